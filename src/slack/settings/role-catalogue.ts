// Editing the roles of a CCG: which one, and then what it should be.
import type { z } from 'zod';
import { isRefusal } from '../../domain/refusal.ts';
import type { Register } from '../../domain/roles/register.ts';
import { decideEdit, decideNewRole, refuseRetiring } from '../../domain/roles/role-edit.ts';
import type { Role } from '../../domain/roles/roles.ts';
import { type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { notice } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { nothing } from '../ui/modals.ts';
import { chooseRoleModal, editRole, NEW_ROLE, roleModal, whichRole } from './role-modal.ts';

export const chooseRole = defineButton('choose_role', nothing);

type RoleModalFields = z.infer<typeof roleModal.fields>;

/** First step: the role that was chosen, as it stands. */
const showRole = async (
  { ccgStore, ccg }: MemberInteraction,
  { role: key }: { readonly role: string },
): Promise<Response> => {
  const role = (await ccgStore.register()).roles.find((each) => each.key === key);
  if (!role && key !== NEW_ROLE)
    return { errors: { role: 'This role is no longer in the list. Please choose another.' } };
  return { modal: editRole(role, ccg.settings) };
};

/** Second step: what is right is stored, what is not is said beside its field. */
const storeRole = async (
  interaction: MemberInteraction,
  fields: RoleModalFields,
  { key }: z.infer<typeof roleModal.metadata>,
): Promise<Response> => {
  const register = await interaction.ccgStore.register();
  if (key === null) return addRole(interaction, fields, register);
  const role = register.roles.find((each) => each.key === key);
  if (!role)
    return {
      modal: notice('Roles', 'This role is no longer in the list, so nothing was changed.'),
    };
  return fields.rules.includes('retire')
    ? retireRole(interaction, role, register)
    : changeRole(interaction, role, fields, register);
};

const addRole = async (
  { ccgStore, person, now }: MemberInteraction,
  fields: RoleModalFields,
  register: Register,
): Promise<Response> => {
  const role = decideNewRole(kindOf(fields), asTyped(fields), register);
  if (isRefusal(role)) return { errors: { [role.field]: role.refused } };
  const isNew = await ccgStore.catalogue.add(role, person.id, now);
  return isNew
    ? {
        modal: notice('Roles', `${role.title} is in the list now, with its seats free.`),
        home: true,
      }
    : { errors: { title: 'There was a role of that name before. Give this one another.' } };
};

const changeRole = async (
  { ccgStore, person, now }: MemberInteraction,
  role: Role,
  fields: RoleModalFields,
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

const asTyped = ({ title, seats, term, professions: chosen, rules }: RoleModalFields) => ({
  ...{ title, seats, term: term ?? '', professions: chosen },
  confirms: rules.includes('confirms'),
  declares: rules.includes('declares'),
});

const kindOf = ({ level }: RoleModalFields) =>
  level === 'area_lead'
    ? ({ level, scope: 'ccg' } as const)
    : ({ level: 'leadership', scope: level === 'leadership_local' ? 'locality' : 'ccg' } as const);

export const roleCatalogue: Feature = {
  buttons: [
    onTap(chooseRole, {
      permission: 'edit roles',
      run: async ({ ccgStore }) => ({ modal: whichRole((await ccgStore.register()).roles) }),
    }),
  ],
  modals: [
    onSubmit(chooseRoleModal, { permission: 'edit roles', run: showRole }),
    onSubmit(roleModal, { permission: 'edit roles', run: storeRole }),
  ],
};
