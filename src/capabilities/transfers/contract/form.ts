import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import type { Day } from '../../../kernel/day.ts'
import { voidSheets } from '../../letters/rules.ts'
import { destinationCodes, geographies, systems } from '../../plans/rules.ts'
import { applicationKinds, type FormField, formFields, menders, methods, oldLetters, receiptForms, trackNames } from '../rules.ts'

const Text = z.string().nullable()
const Line = z.string().trim().max(120)
const Paragraph = z.string().trim().max(1000)
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Division = z.string().regex(/^[1-9]\d{5}(\d{6})?$/)
const ContactInput = z.object({
  name: z.string().trim().min(1).max(40),
  phone: z
    .string()
    .trim()
    .regex(/^[\d+ -]{5,20}$/),
  relation: z.string().trim().max(20).optional(),
})
/** Whoever said yes: a name will do. */
const SpokenWith = ContactInput.extend({
  phone: z
    .string()
    .trim()
    .regex(/^(?:[\d+ -]{5,20})?$/)
    .default(''),
})

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional()

/** As typed: anything may still be missing. A sealed answer that is left out stays as it was; null clears it. */
export const AnswersInput = z.strictObject({
  unitName: maybe(Line),
  system: maybe(z.enum(systems)),
  collectiveHousehold: maybe(z.boolean()),
  householdPlace: maybe(Division),
  receiverPlace: maybe(Division),
  addressee: maybe(z.object({ id: Id.nullable().optional(), name: Line })),
  receivingBranch: maybe(Line),
  orgCode: maybe(z.string().trim().max(20)),
  receiverContact: maybe(ContactInput),
  confirmed: maybe(z.boolean()),
  confirmedOn: maybe(IsoDay).describe('哪天和接收方说好的'),
  confirmedWith: maybe(SpokenWith).describe('和谁说好的，选填'),
  paperAsked: maybe(z.union([z.boolean(), z.enum(['receiver', 'member'])])).describe('谁要求纸质介绍信；true 即接收方'),
  reportBy: maybe(IsoDay),
  duesPaidTo: maybe(Month),
  recruitmentOffice: maybe(Line),
  newStudentNo: maybe(z.string().trim().max(20)),
  stayApplication: maybe(Paragraph),
  domesticContacts: maybe(z.array(ContactInput).max(4)),
  returnBy: maybe(Month),
  expectedGraduation: maybe(Month),
  explanation: maybe(Paragraph),
  country: maybe(Line),
  abroadFrom: maybe(Month),
  stayUntil: maybe(Month),
  delayReason: maybe(Paragraph),
  atSchool: maybe(z.boolean()),
  placedBranch: maybe(Line),
  keeper: maybe(ContactInput).describe('延期期间专人联系的老师'),
} satisfies Record<FormField, z.ZodType>)
export type AnswersInput = z.infer<typeof AnswersInput>

export const Override = z.object({ geography: z.enum(geographies), reason: z.string().trim().min(2).max(200) })

export const FormInput = z.object({
  type: z.enum(destinationCodes).nullable(),
  stay: z.boolean().default(false).describe('希望组织关系保留在学校；方案允许时才算'),
  answers: AnswersInput,
  override: Override.nullable().default(null).describe('转接范围与代码不符时，说明理由后改'),
})
export type FormInput = z.infer<typeof FormInput>

export const FormView = z
  .object({
    type: z.enum(destinationCodes).nullable(),
    stay: z.boolean(),
    answers: z.record(z.string(), z.unknown()).describe('同填报的各项；电话只显示后四位，本人除外'),
    override: Override.nullable(),
    placeNames: z.record(z.string(), z.string()),
    geography: z.enum(geographies).nullable(),
    questions: z
      .array(
        z.object({
          field: z.enum([...formFields, 'stay']),
          required: z.boolean(),
          held: z.literal(true).optional().describe('抬头库或名册里已有，不必填'),
        }),
      )
      .describe('要问的各项，依次；stay：转出还是保留'),
    missing: z.array(z.enum([...formFields, 'type'])),
    stayEnd: Text.describe('最多保留到哪个月；空：方案没有限期'),
    draft: z.boolean().describe('有尚未提交的修改'),
  })
  .meta({ id: 'DestinationForm' })

// A cast, not a transform: the JSON schema of the contract must stay that of a date.
export const DayField = IsoDay as unknown as z.ZodType<Day, string>

const Proof = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stamped-receipt'),
    shown: z.enum(receiptForms).optional().describe('怎样看到的；不写即纸质原件在手，照片须已附上'),
    handler: z.string().trim().max(40).optional().describe('回执上的经办人'),
    phone: z.string().trim().max(40).optional().describe('回执上的联系电话，加密保存'),
  }),
  z.object({ kind: z.literal('external-system') }),
  z.object({ kind: z.literal('callback'), callId: Id.describe('已记下的一次回拨，对方说已接收') }),
  z.object({ kind: z.literal('installation').describe('由接收学校在“转入接收”里定，不能自己登记') }),
  z.object({ kind: z.literal('online-reply') }),
])

/** What a step is given. Which of it a step needs, the rules say. */
export const Given = z.object({
  reason: z.string().trim().max(500).optional(),
  note: z.string().trim().max(500).optional(),
  backTo: z.enum(menders).optional(),
  method: z.enum(methods).optional(),
  track: z.enum(trackNames).optional(),
  proof: Proof.optional(),
  oldLetter: z.enum(oldLetters).optional(),
  sheet: z.enum(voidSheets).optional(),
  application: z.enum(applicationKinds).optional(),
  exception: z.string().trim().max(200).optional().describe('同意改走纸质而方案不开信的：组织部例外开具的理由'),
  on: DayField.optional().describe('事情发生的日子，不是今天时填'),
  serial: z.string().trim().max(60).optional().describe('党务系统的编号或流水号'),
})
export type Given = z.infer<typeof Given>
