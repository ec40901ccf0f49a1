// A sample of what every button carries and every modal holds, as it comes from Slack. A new one
// needs its line here.
import { randomUUID } from 'node:crypto';
import type { SurveyAsking } from '../../src/domain/sending/series.ts';
import type { Audience } from '../../src/domain/surveys/audience.ts';
import type { ButtonDefinition } from '../../src/slack/ui/buttons.ts';
import type { ModalDefinition } from '../../src/slack/ui/modals.ts';
import { parseSubmission, type Submission } from '../../src/slack/ui/read-submission.ts';
import { type FieldValues, submission } from './dispatch.ts';

/** What buttons and modals point at. */
export type Target = {
  /** Of a prompt, a seat, a round, an interest: of whatever the button is about. */
  readonly id: string;
  readonly person: string;
  readonly slackId: string;
  readonly ccg: string;
  readonly practice: string;
  readonly role: string;
  /** A role that nobody holds. */
  readonly freeRole: string;
  readonly setting: string;
  readonly template: string;
  readonly audience: Audience;
  /** What is typed after a command. */
  readonly words: string;
};

/**
 * Points at nothing there is, so that whoever is let in changes nothing by it but their own wishes.
 */
export const nothingThere = (): Target => ({
  ...{
    id: randomUUID(),
    person: randomUUID(),
    slackId: 'U0NOBODY',
    ccg: '00X',
    practice: 'X00000',
    role: 'no_such_role',
  },
  ...{
    freeRole: 'no_such_role',
    setting: 'no_such_setting',
    template: 'no_such_survey',
    words: '',
  },
  audience: { kind: 'role', roleKey: 'no_such_role' },
});

type ModalSample = { readonly fields: FieldValues; readonly metadata: object };

const buttonSamples = ({
  id,
  person,
  practice,
  role,
  setting,
}: Target): Record<string, object> => ({
  run_command: { command: 'help' },
  claim_seat: { role, practice },
  release_seat: { id, prompt: id },
  hand_over: { id },
  offer_seat: { id, to: person },
  ask_to_take_over: { role, practice },
  accept: { id },
  decline: { id },
  still_me: { id },
  end_cover: {},
  invite_practice: { role, practice },
  declare_interest: {},
  affirm_interests: { prompt: id },
  end_interest: { id },
  change_setting: { key: setting },
  choose_role: {},
  show_history: { before: '1000000' },
  confirm_seat: { id },
  confirm_member: { person, practice },
  answer: { prompt: id, question: 0, option: 0 },
  answer_again: { id },
  withdraw_answers: { id },
  add_comment: { id },
  not_now: { id },
  done: { id },
  remind_again: { id, later: 'tomorrow' },
  not_for_me: { id },
  show_prompt: { id },
  go_quiet: { weeks: 1 },
  choose_days: {},
  lighter_touch: { practice, on: true, reason: 'wished' },
  leave: {},
  post_summary: { id },
  show_over_time: {},
  show_results: { id },
  turn_results: { id, page: 9 }, // the last there is, with the comments
  send_results: { id, page: 0 },
  close_loop: { id },
  show_practices: { from: 0 },
  show_practice: { practice },
  note_contact: { practice, kind: 'visit' },
  undo_contact: { id },
  preview: { what: '0.0' },
  end_series: { id },
  tap_win: { id, kind: 'interested' },
  take_back_win: { id },
  post_win: { id },
  show_figures: { practice },
});

const modalSamples = (target: Target): Record<string, ModalSample> => {
  const { id, slackId, ccg, practice, role, freeRole, setting, template, audience } = target;
  const asked = { id, audience };
  return {
    find_practice: { metadata: {}, fields: { words: practice } },
    join: { metadata: {}, fields: { practice: `${ccg}/${practice}`, profession: 'gp' } },
    claim: { metadata: {}, fields: { seat: `${role}@${practice}` } },
    handover: { metadata: { id }, fields: { colleague: slackId } },
    cover: { metadata: {}, fields: { colleague: slackId, until: '2026-12-12' } },
    own_time: { metadata: {}, fields: { days: ['1', '3'], from: null, until: null } },
    interest: {
      metadata: {},
      fields: { kind: 'financial', description: 'A share in a firm', shown: ['yes'] },
    },
    setting: { metadata: { key: setting }, fields: { value: '20' } },
    choose_role: { metadata: {}, fields: { role: freeRole } },
    role: {
      metadata: { key: freeRole },
      fields: { title: 'Any', seats: '1', term: null, professions: [], rules: ['retire'] },
    },
    comment: { metadata: { id }, fields: { text: 'A thought' } },
    close_loop: { metadata: { id }, fields: { text: 'Papers come a week before' } },
    survey: {
      metadata: {},
      fields: {
        ...{
          template,
          questions: null,
          title: 'A survey',
          audience: 'everyone',
          practice: null,
          names: 'named',
        },
        ...{ unit: 'person', opens: null, closes: null, repeat: 'once', chases: '0' },
      },
    },
    survey_send: {
      metadata: { ...asked, asking: asSurvey(template), repeat: 'once', opens: null },
      fields: {},
    },
    remind: {
      metadata: {},
      fields: {
        ...{ text: 'Remember it', link: null, audience: 'everyone', practice: null },
        ...{ by: null, when: null, repeat: 'once', named: [] },
      },
    },
    remind_send: {
      metadata: {
        ...asked,
        text: 'Remember it',
        link: null,
        by: null,
        when: null,
        repeat: 'once',
        named: false,
      },
      fields: {},
    },
    share: {
      metadata: {},
      fields: {
        what: 'We ring first',
        result: 'Fewer come twice',
        place: practice,
        area: freeRole,
      },
    },
    share_send: {
      metadata: {
        id,
        what: 'We ring first',
        result: 'Fewer come twice',
        practiceCode: practice,
        areaKey: freeRole,
      },
      fields: {},
    },
  };
};

/** What is asked by name, of the kind that a lead puts together. */
export const asSurvey = (template: string, changes: Partial<SurveyAsking> = {}): SurveyAsking => ({
  ...{
    kind: 'survey',
    template,
    title: 'A survey',
    anonymous: false,
    unit: 'person',
    days: 28,
    chases: 0,
  },
  survey: { questions: ['Is it working?', 'Is it quick?'].map(yesOrNo), comment: 'Anything else?' },
  ...changes,
});

const yesOrNo = (text: string) => ({ text, options: ['Yes', 'No'] });

export type Tapped = { readonly actionId: string; readonly value: string };

/** @throws where there is no sample, or none that is read back */
export const tapOf = (
  { button: name, value: schema }: Pick<ButtonDefinition<never>, 'button' | 'value'>,
  target: Target,
): Tapped => {
  const value = buttonSamples(target)[name];
  return schema.safeParse(value).success
    ? { actionId: name, value: JSON.stringify(value) }
    : fail(`There is no sample that fits the button ${name}. ${ADD_ONE}`);
};

/** @throws where there is no sample, or none that is read back */
export const submissionOf = (modal: ModalDefinition, target: Target): Submission => {
  const sample = modalSamples(target)[modal.modal];
  const view = sample && submission(modal.modal, sample.fields, sample.metadata);
  return view && parseSubmission(modal, view)
    ? view
    : fail(`There is no sample that fits the modal ${modal.modal}. ${ADD_ONE}`);
};

const ADD_ONE = 'Add one to test/support/samples.ts.';

const fail = (why: string): never => {
  throw new Error(why);
};
