// The roles a new CCG starts with. Clinical areas: our list, as no single national one was found;
// leadership: the governing body members of the NHS (Clinical Commissioning Groups) Regulations
// 2012 (SI 2012/1631), regulation 11, and locality leads.
import type { Role } from './roles.ts';

const area = (key: string, title: string, ...synonyms: string[]): Role => ({
  key: `area_lead:${key}`,
  level: 'area_lead',
  scope: 'ccg',
  title: `${title} lead`,
  seats: 2,
  synonyms: [title, ...synonyms],
  professions: ['gp', 'nurse', 'pharmacist', 'allied_health'],
  confirms: false,
  termMonths: 24,
  declares: true,
});

const post = (key: string, title: string, seats = 1, ...synonyms: string[]): Role => ({
  key: `leadership:${key}`,
  level: 'leadership',
  scope: 'ccg',
  title,
  seats,
  synonyms,
  professions: [],
  confirms: true,
  termMonths: 36,
  declares: true,
});

export const defaultCatalogue: readonly Role[] = [
  {
    key: 'practice_lead',
    level: 'practice_lead',
    scope: 'practice',
    title: 'Practice lead',
    seats: 2,
    synonyms: ['lead', 'practice', 'practice representative', 'commissioning lead'],
    professions: [],
    confirms: false,
    termMonths: 24,
    declares: false,
  },
  area('cancer', 'Cancer', 'oncology'),
  area(
    'cardiovascular',
    'Cardiovascular disease and stroke',
    'heart',
    'cardiology',
    'stroke',
    'cvd',
  ),
  area('children', 'Maternity, children and young people', 'paediatrics', 'maternity', 'children'),
  area('community', 'Community services and integration', 'community', 'integration'),
  area('dementia', 'Dementia', 'memory'),
  area('diabetes', 'Diabetes', 'endocrine'),
  area('digital', 'Digital and IT', 'IM&T', 'technology', 'computers'),
  area('end_of_life', 'End of life care', 'palliative', 'palliative care'),
  area('frailty', 'Frailty and older people', 'older people', 'elderly', 'geriatrics'),
  area('learning_disability', 'Learning disability and autism', 'autism'),
  area(
    'long_term_conditions',
    'Long-term conditions',
    'chronic disease',
    'chronic disease management',
    'LTC',
  ),
  area('mental_health', 'Mental health', 'psychiatry'),
  area('planned_care', 'Planned care', 'elective', 'referrals', 'elective care'),
  area('prescribing', 'Prescribing', 'medicines', 'medicines optimisation', 'pharmacy'),
  area('quality', 'Primary care quality', 'quality'),
  area('respiratory', 'Respiratory', 'COPD', 'asthma', 'lungs'),
  area('safeguarding', 'Safeguarding'),
  area('urgent_care', 'Urgent and emergency care', 'urgent care', 'emergency', 'A&E'),
  post('chair', 'Chair', 1, 'chairman', 'chairwoman'),
  post('deputy_chair', 'Deputy chair', 1, 'vice chair'),
  post('accountable_officer', 'Accountable officer', 1, 'chief officer', 'AO'),
  post('chief_finance_officer', 'Chief finance officer', 1, 'finance', 'CFO'),
  {
    ...post('governing_body_gp', 'Governing body GP', 4, 'board GP', 'governing body'),
    professions: ['gp'],
  },
  post('secondary_care_doctor', 'Secondary care doctor', 1, 'hospital doctor', 'consultant'),
  {
    ...post('registered_nurse', 'Registered nurse', 1, 'governing body nurse'),
    professions: ['nurse'],
  },
  post('lay_member', 'Lay member', 2, 'patient and public involvement', 'audit'),
  {
    ...post('locality_lead', 'Locality lead', 1, 'cluster lead', 'locality chair'),
    scope: 'locality',
  },
];
