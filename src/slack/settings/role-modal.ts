// The modals in which an engagement lead edits the roles of the CCG.
import { z } from 'zod';
import { professions } from '../../domain/people/people.ts';
import { byLevel, type Role } from '../../domain/roles/roles.ts';
import type { Words } from '../../domain/text/words.ts';
import {
  type Block,
  chooseByRadio,
  chooseOne,
  chooseSome,
  contextBlock,
  option,
  typeText,
} from '../ui/blocks.ts';
import { defineModal, freeText, nothing, text } from '../ui/modals.ts';

export const chooseRoleModal = defineModal('choose_role', {
  fields: z.object({ role: text }),
  metadata: nothing,
});

export const roleModal = defineModal('role', {
  fields: z.object({
    level: z.enum(['area_lead', 'leadership', 'leadership_local']).optional(),
    title: freeText,
    seats: text,
    term: text.nullable(),
    professions: z.array(text),
    rules: z.array(text),
  }),
  /** The role that is edited; none for a new one. */
  metadata: z.object({ key: text.nullable() }),
});

/** The choice that stands for a role not in the catalogue yet. */
export const NEW_ROLE = 'new';

/** Slack takes at most 100 choices; one of them is a new role. */
const MAX_ROLES = 99;

export const whichRole = (roles: readonly Role[]) => {
  const choices = byLevel(roles)
    .slice(0, MAX_ROLES)
    .map(({ key, title }) => option(title, key));
  return chooseRoleModal({
    title: 'Roles',
    submit: 'Go on',
    metadata: {},
    blocks: [
      chooseOne({ id: 'role', label: 'Which role?' }, [option('A new role', NEW_ROLE), ...choices]),
      contextBlock(
        'You can change its title, its seats, who may hold it, its term, and whether it ' +
          'is confirmed or declares interests.',
      ),
    ],
  });
};

/** To change a role, or to add one. */
export const editRole = (role: Role | undefined, words: Words) =>
  roleModal({
    title: role ? 'Change a role' : 'A new role',
    submit: role ? 'Change it' : 'Add it',
    metadata: { key: role?.key ?? null },
    blocks: [
      ...(role ? [] : [levelField(words)]),
      typeText({ id: 'title', label: 'Title' }, { most: 60, initial: role?.title ?? '' }),
      typeText(
        { id: 'seats', label: 'Seats', hint: seatsHint(role, words) },
        { most: 2, initial: String(role?.seats ?? 1) },
      ),
      typeText(
        {
          id: 'term',
          label: 'Term in months',
          hint: 'Holders are asked four weeks before its end. Empty means no term.',
          optional: true,
        },
        { most: 3, initial: String(role?.termMonths ?? '') },
      ),
      professionsField(role),
      rulesField(role, words),
    ],
  });

const levelField = (words: Words): Block => {
  const levels = [
    option(words.area_lead, 'area_lead'),
    option(`${words.leadership}: one for the whole ${words.organisation}`, 'leadership'),
    option(`${words.leadership}: one for each ${words.locality}`, 'leadership_local'),
  ];
  return chooseByRadio({ id: 'level', label: 'What kind of role is it?' }, levels, levels[0]);
};

const seatsHint = (role: Role | undefined, words: Words) => {
  if (role?.scope === 'practice') return 'In each practice: one or two.';
  return role?.scope === 'locality'
    ? `In each ${words.locality}.`
    : 'How many people may hold it at once.';
};

const professionsField = (role: Role | undefined): Block => {
  const jobs = Object.entries(professions).map(([key, name]) => option(name, key));
  return chooseSome(
    { id: 'professions', label: 'Who may hold it', hint: 'With none chosen, anyone may.' },
    jobs,
    jobs.filter(({ value }) => role?.professions.some((profession) => profession === value)),
  );
};

const rulesField = (role: Role | undefined, words: Words): Block => {
  const confirms = option(`The ${words.organisation} confirms each holder`, 'confirms');
  const declares = option('Holders declare their interests', 'declares');
  const retire = option('Take this role out of the list', 'retire', 'Only while nobody holds it');
  const set = role ?? { confirms: true, declares: true };
  const canRetire = role && role.level !== 'practice_lead';
  return chooseSome(
    { id: 'rules', label: 'Rules' },
    [confirms, declares, ...(canRetire ? [retire] : [])],
    [...(set.confirms ? [confirms] : []), ...(set.declares ? [declares] : [])],
  );
};
