-- AlterEnum
ALTER TYPE "PromptOutcome" ADD VALUE 'not_for_me';
