/** Whether a call to the dictionary's number proves anything: a number must not come from the one who calls it alone. */

export const callDoubts = ['own-number', 'doubted'] as const
export type CallDoubt = (typeof callDoubts)[number]

export const callDoubtWords: Record<CallDoubt, string> = {
  'own-number':
    '这个号码是您自己写进抬头库的，还没有标“已核实”。电话照样记下，但不能作为接收凭据。请先向对方核实并标明，或请另一位老师回拨。',
  doubted: '上次打这个号码，接电话的不是这个党组织。电话照样记下，但不能作为接收凭据。请先核实或更正抬头库里的号码。',
}

/** Of the number as it stands: null where nobody is known to have written it, as in what a school began with. */
export type Number = { phoneBy: string | null; phoneVerified: boolean; doubted: boolean }

/**
 * | written by   | 核实 since | came to somebody else | counts |
 * | nobody known | –          | no                    | yes    |
 * | another      | –          | no                    | yes    |
 * | the caller   | no         | no                    | no     |
 * | the caller   | yes        | no                    | yes    |
 * | anybody      | –          | yes, and no 核实 since | no     |
 */
export const callDoubt = ({ phoneBy, phoneVerified, doubted }: Number, caller: string): CallDoubt | null => {
  if (doubted) return 'doubted'
  return phoneBy === caller && !phoneVerified ? 'own-number' : null
}
