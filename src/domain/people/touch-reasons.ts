/** Why a practice has it: a closed list, so that nobody writes about people or patients. */
export const touchReasons = {
  wished: 'by its wish',
  busy: 'a busy time',
  steady: 'all is well as it is',
  elsewhere: 'it takes part in other ways',
} as const;

export type TouchReason = keyof typeof touchReasons;

/** “, chosen for this reason: a busy time”, where one is kept. */
export const describeTouchReason = (reason: string | null): string =>
  reason && reason in touchReasons
    ? `, for this reason: ${touchReasons[reason as TouchReason]}`
    : '';
