// Words and letters that stand where a patient's name would, without being one.

const AFTER_PATIENT =
  'Access Activation Administration Admin Advice Advocates? Ambulance App Association ' +
  'Benefits? Care Cent(?:re|er)d Champions? Charter Choice Clinics? Communications? ' +
  'Complaints? Confidentiality Consent Contacts? Council Counts Data Demand Demographics? ' +
  'Demographic Department Direction Education Empowerment Engagement Experience Facing ' +
  'Feedback First Flow Forms? Forum Groups? Health Held Home Hub Identifiable Info ' +
  'Information Initiated Involvement Journeys? Knows Leaflets? Led Letters? Level Liaison ' +
  'Lines? Lists? Matters Medical Members? Needs? Network Numbers? Ombudsman Online Opinion ' +
  'Outcomes? Panel Participation Partners? Partnership Passports? Pathways? Populations? ' +
  'Portal Powered Priorit(?:y|ies) Public Questionnaires? Questions? Records? Reference ' +
  'Referrals? Registration Registrations Reported Representation Representatives? Reps? ' +
  'Safety Satisfaction Self Service Services Specific Stories Story Summary Summaries ' +
  'Surveys? Text Texts Time Transport Triage Unit Voices? Waiting Zero';
const AFTER_A_TITLE =
  'Teams Word Excel Office Outlook SharePoint Edge Clinics? Patients? Society Trust Nurses? ' +
  'Class Classes Cop(?:y|ies) Degree Documents? File Index Key Plans?';
const BEGINNING_A_SENTENCE =
  'A All An And Any As At But By Dr Drs For From Had Has He Her His How I If In Is It Its My ' +
  'No Not On Or Our Please Prof Professor Seen She So That The Their Then There These They ' +
  'This Those To Was We What When Where Who Why With You Your';
const IN_THE_CALENDAR =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days? Mon Tues? Wed Thurs? Fri Sat Sun January ' +
  'February March April May June July August September October November December Easter ' +
  'Christmas';

const anyOf = (...lists: readonly string[]) => `(?:${lists.join(' ').replaceAll(' ', '|')})`;

/**
 * Sources of patterns for words with a capital that are nobody's name, after a title, after
 * “patient”, and anywhere.
 */
export const NO_NAME_AFTER_A_TITLE = anyOf(AFTER_A_TITLE, BEGINNING_A_SENTENCE, IN_THE_CALENDAR);
export const NO_NAME_AFTER_PATIENT = anyOf(AFTER_PATIENT, BEGINNING_A_SENTENCE, IN_THE_CALENDAR);
export const NO_NAME = anyOf(BEGINNING_A_SENTENCE, IN_THE_CALENDAR);

const TRADES_AND_THINGS = 'DN DR EU FY GP HR HV ID IT NP OK OT PA PC PM PN PT QI SR ST TV UK US';
const ILLNESSES_AND_MACHINES = 'AE AF BP CT DM ED HF LD MH MI MR MS PD PE TB UC';

/** Sources of patterns for two letters that are nobody's initials: beside an age, and anywhere. */
export const NO_INITIALS_BESIDE_AN_AGE = anyOf(TRADES_AND_THINGS);
export const NO_INITIALS = anyOf(TRADES_AND_THINGS, ILLNESSES_AND_MACHINES);
