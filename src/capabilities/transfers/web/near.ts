import { createContext, useContext } from 'react'

/** What the form says already of where the relation goes: by it the dictionary offers the likely receivers first. */
export type Near = { employer?: string | undefined; divisionCode?: string | undefined }

export const NearContext = createContext<Near>({})
export const useNear = (): Near => useContext(NearContext)

/** From the answers of the form as they are typed. */
export const nearOf = ({ unitName, receiverPlace }: { unitName?: unknown; receiverPlace?: unknown }): Near => ({
  ...(typeof unitName === 'string' && unitName.trim() && { employer: unitName.trim().slice(0, 120) }),
  ...(typeof receiverPlace === 'string' && /^\d{6}/.test(receiverPlace) && { divisionCode: receiverPlace.slice(0, 6) }),
})
