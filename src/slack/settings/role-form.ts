import { professions } from '../../domain/people/people.ts';
import { isRefusal } from '../../domain/refusal.ts';
import type { Register } from '../../domain/roles/register.ts';
import { decideEdit, decideNewRole, refuseRetiring } from '../../domain/roles/role-edit.ts';
import type { Role } from '../../domain/roles/roles.ts';
import type { Words } from '../../domain/text/words.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { type Block, chooseByRadio, chooseSome, notice, option, typeText } from '../ui/blocks.ts';
import { type Fields, type Form, modal } from '../ui/modals.ts';
import { NEW_ROLE } from './choose-role.ts';

/** First step: the role that was chosen, as it stands. */
export const chooseRoleForm: Form<'choose_role'> = {
  form: 'choose_role',
  permission: 'edit roles',
  run: async ({ ccgStore, ccg }, { role: key }) => {
    const role = (await ccgStore.register()).roles.find((each) => each.key === key);
    if (!role && key !== NEW_ROLE)
      return { errors: { role: 'This role is no longer in the list. Please choose another.' } };
    return {
      modal: modal('role', {
        title: role ? 'Change a role' : 'A new role',
        submit: role ? 'Change it' : 'Add it',
        carries: { key: role?.key ?? null },
        blocks: roleFields(role, ccg.settings),
      }),
    };
  },
};

/** Second step: what is right is stored, what is not is said beside its field. */
export const roleForm: Form<'role'> = {
  form: 'role',
  permission: 'edit roles',
  run: async (interaction, fields, { key }) => {
    const register = await interaction.ccgStore.register();
    if (key === null) return addRole(interaction, fields, register);
    const role = register.roles.find((each) => each.key === key);
    if (!role)
      return {
        modal: notice('Roles', 'This role is no longer in the list, so nothing was changed.'),
      };
    return fields.rules.includes('retire')
      ? retireRole(interaction, role, register)
      : editRole(interaction, role, fields, register);
  },
};

const addRole = async (
  { ccgStore, person, now }: MemberInteraction,
  fields: Fields<'role'>,
  register: Register,
): Promise<Response> => {
  const kind =
    fields.level === 'area_lead'
      ? ({ level: 'area_lead', scope: 'ccg' } as const)
      : ({
          level: 'leadership',
          scope: fields.level === 'leadership_local' ? 'locality' : 'ccg',
        } as const);
  const role = decideNewRole(kind, asTyped(fields), register);
  if (isRefusal(role)) return { errors: { [role.field]: role.refused } };
  const isNew = await ccgStore.catalogue.add(role, person.id, now);
  return isNew
    ? {
        modal: notice('Roles', `${role.title} is in the list now, with its seats free.`),
        home: true,
      }
    : { errors: { title: 'There was a role of that name before. Give this one another.' } };
};

const editRole = async (
  { ccgStore, person, now }: MemberInteraction,
  role: Role,
  fields: Fields<'role'>,
  register: Register,
): Promise<Response> => {
  const edited = decideEdit(role, asTyped(fields), register);
  if (isRefusal(edited)) return { errors: { [edited.field]: edited.refused } };
  const isDone = await ccgStore.catalogue.edit(edited, person.id, now);
  return isDone
    ? {
        modal: notice('Roles', `${edited.title} is changed. Whoever holds it keeps it.`),
        home: true,
      }
    : { errors: { seats: 'Somebody has just taken a seat of this role. Please look again.' } };
};

const retireRole = async (
  { ccgStore, person, now }: MemberInteraction,
  role: Role,
  register: Register,
): Promise<Response> => {
  const refusal = refuseRetiring(role, register);
  if (refusal) return { errors: { rules: refusal.refused } };
  const isDone = await ccgStore.catalogue.retire(role.key, person.id, now);
  return isDone
    ? {
        modal: notice('Roles', `${role.title} is no longer in the list. Its history stays.`),
        home: true,
      }
    : { errors: { rules: 'Somebody has just taken this role. Please look again.' } };
};

const asTyped = ({ title, seats, term, professions: chosen, rules }: Fields<'role'>) => ({
  ...{ title, seats, term: term ?? '', professions: chosen },
  confirms: rules.includes('confirms'),
  declares: rules.includes('declares'),
});

const roleFields = (role: Role | undefined, words: Words): Block[] => {
  const jobs = Object.entries(professions).map(([key, name]) => option(name, key));
  const levels = [
    option(words.area_lead, 'area_lead'),
    option(`${words.leadership}: one for the whole ${words.organisation}`, 'leadership'),
    option(`${words.leadership}: one for each ${words.locality}`, 'leadership_local'),
  ];
  const rules = {
    confirms: option(`The ${words.organisation} confirms each holder`, 'confirms'),
    declares: option('Holders declare their interests', 'declares'),
    retire: option('Take this role out of the list', 'retire', 'Only while nobody holds it'),
  };
  const set = role ?? { confirms: true, declares: true };
  return [
    ...(role
      ? []
      : [chooseByRadio({ id: 'level', label: 'What kind of role is it?' }, levels, levels[0])]),
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
    chooseSome(
      { id: 'professions', label: 'Who may hold it', hint: 'With none chosen, anyone may.' },
      jobs,
      jobs.filter(({ value }) => role?.professions.some((profession) => profession === value)),
    ),
    chooseSome(
      { id: 'rules', label: 'Rules' },
      [
        rules.confirms,
        rules.declares,
        ...(role && role.level !== 'practice_lead' ? [rules.retire] : []),
      ],
      [...(set.confirms ? [rules.confirms] : []), ...(set.declares ? [rules.declares] : [])],
    ),
  ];
};

const seatsHint = (role: Role | undefined, words: Words) =>
  role?.scope === 'practice'
    ? 'In each practice: one or two.'
    : role?.scope === 'locality'
      ? `In each ${words.locality}.`
      : 'How many people may hold it at once.';
