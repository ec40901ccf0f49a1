// Whom somebody may confirm, with one tap each.
import { toConfirm } from '../../domain/roles/confirmation.ts';
import { type Register, titleOf } from '../../domain/roles/register.ts';
import type { MemberContext } from '../bolt/interaction.ts';
import { confirmMember, confirmSeat } from '../roles/confirm.ts';
import { type Block, contextBlock, escapeMrkdwn, header, mention, section } from '../ui/blocks.ts';

const MAX_SHOWN = 10;

/** Roles that this person may confirm. */
export const seatsToConfirm = (
  { person }: Pick<MemberContext, 'person'>,
  register: Register,
): Block[] => {
  const holdings = toConfirm(person, register);
  if (holdings.length === 0) return [];
  return [
    header('To confirm'),
    ...holdings.map((holding) =>
      section(
        `${mention(holding.person)}: ${escapeMrkdwn(titleOf(register, holding))}`,
        confirmSeat('Confirm', { id: holding.id }),
      ),
    ),
  ];
};

/** Members who joined by hand; for engagement leads. */
export const membersToConfirm = (register: Register): Block[] => {
  const waiting = register.members.flatMap((member) =>
    member.memberships
      .filter(({ confirmed }) => !confirmed)
      .map(({ practiceCode }) => ({ member, practiceCode })),
  );
  if (waiting.length === 0) return [];
  const shown = waiting.slice(0, MAX_SHOWN).map(({ member, practiceCode }) => {
    const practice =
      register.practices.find(({ code }) => code === practiceCode)?.name ?? practiceCode;
    return section(
      `${mention(member)} says they work at ${escapeMrkdwn(practice)}`,
      confirmMember('Confirm', { person: member.id, practice: practiceCode }),
    );
  });
  const more = waiting.length - shown.length;
  return [
    header('New on a practice’s list'),
    ...shown,
    ...(more > 0 ? [contextBlock(`and ${more} more`)] : []),
  ];
};
