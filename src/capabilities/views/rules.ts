/** Screens whose lists can be kept as views, each with the parameters of its address that make one: filters, and columns where it has them. */
export const viewParameters = {
  roster: ['branch', 'search', 'outcome', 'membership', 'tag', 'responsible', 'columns'],
  juniors: ['branch', 'q', 'membership'],
  transfers: ['unit', 'state', 'term', 'type', 'geography', 'method', 'lamp', 'application', 'escalated', 'picture', 'q'],
  letters: ['standing', 'q'],
  addressees: ['kind', 'q'],
  education: ['unit', 'lacks', 'standing', 'q'],
  audit: ['verb', 'kind'],
} as const satisfies Record<string, readonly string[]>
export type ViewScreen = keyof typeof viewParameters
export const viewScreens = Object.keys(viewParameters) as [ViewScreen, ...ViewScreen[]]

/** The part of an address that makes a view of that screen. */
export const viewIn = (screen: ViewScreen, search: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(viewParameters[screen].flatMap(name => (search[name] ? [[name, search[name]]] : [])))

/** A view promises nothing that its screen would not keep. */
export const isViewOf = (screen: ViewScreen, search: Readonly<Record<string, string>>): boolean =>
  Object.keys(search).length === Object.keys(viewIn(screen, search)).length

/** More than anybody finds their way among. */
export const MAX_VIEWS = 30

export const viewRefusals = ['too-many-views', 'name-taken', 'not-of-this-list'] as const
export type ViewRefusal = (typeof viewRefusals)[number]
