import { z } from 'zod';
import { type Repeat, repeats, surveyAskingSchema } from '../../domain/sending/series.ts';
import { audienceSchema } from '../../domain/surveys/audience.ts';

/**
 * The survey that a lead has put together, kept with the modal that shows them what it asks of
 * people. Its id makes sending it twice the same as sending it once.
 */
export const surveyChoiceSchema = z.object({
  id: z.uuid(),
  asking: surveyAskingSchema,
  audience: audienceSchema,
  repeat: z.enum(Object.keys(repeats) as Repeat[]),
  /** A day to come, in London; null for as soon as people have room. */
  opens: z.iso.date().nullable(),
});
export type SurveyChoice = z.infer<typeof surveyChoiceSchema>;
