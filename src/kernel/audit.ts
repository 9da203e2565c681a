/** What one subject's audit entry says, besides who, when and the contract's verb. Never a sensitive value: name the field instead. */
export interface AuditNote {
  kind: string
  id: string
  path: string
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}
