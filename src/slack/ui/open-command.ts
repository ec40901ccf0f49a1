import { z } from 'zod';
import { defineButton } from './buttons.ts';

/** A button that runs a command, as if it had been typed. The dispatcher answers it. */
export const openCommand = defineButton(
  'run_command',
  z.object({ command: z.string(), words: z.string().optional() }),
);
