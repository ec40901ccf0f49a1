import type { Interaction } from '../bolt/interaction.ts';
import { actionsBlock, escapeMrkdwn, type Message, section, textMessage } from '../ui/blocks.ts';
import { openCommand } from '../ui/open-command.ts';

/** What `/ccg` alone opens. */
export const menu = ({ member, slashCommand }: Interaction): Message => {
  if (!member)
    return textMessage(
      'Hello. You are not on a practice’s list yet. Joining takes a minute.',
      actionsBlock(
        open('Find my practice', 'join'),
        open('Who sees what', 'privacy'),
        open('Help', 'help'),
      ),
    );
  const forLeads = member.person.engagementLead
    ? [
        actionsBlock(
          open('Ask members', 'survey'),
          open('Send a reminder', 'remind'),
          open('Results', 'results'),
          open('Summary', 'summary'),
          open('Practices', 'practices'),
          open('Vacancies', 'vacancies'),
          open('Settings', 'settings'),
          open('History', 'history'),
        ),
      ]
    : [];
  return {
    text: 'What would you like to do?',
    blocks: [
      section(
        `*Hello ${escapeMrkdwn(member.person.name)}.* What would you like to do? To look ` +
          `somebody up, type \`${slashCommand} who\` and a name, a role or a practice.`,
      ),
      actionsBlock(
        open('Take a role', 'claim'),
        open('My roles', 'me'),
        open('Hand over', 'handover'),
        open('Cover', 'cover'),
        open('Share what works', 'share'),
        open('Quiet time', 'quiet'),
        open('Who sees what', 'privacy'),
        open('Help', 'help'),
      ),
      actionsBlock(
        open('Who does what', 'who'),
        open('Interests', 'interests'),
        open('Another practice', 'join'),
        open('Give a role back', 'release'),
        open('Leave', 'leave'),
      ),
      ...forLeads,
    ],
  };
};

const open = (label: string, command: string) => openCommand(label, { command });
