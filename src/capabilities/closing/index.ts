export { closingApi } from './api.ts'
export { branchesDue, handOnBranch } from './dissolving.ts'
