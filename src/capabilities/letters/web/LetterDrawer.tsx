import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { OFFICE_ZONE } from '../../../kernel/day.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Fact, Facts } from '../../../ui/Facts.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type StoryEvent, Timeline } from '../../../ui/Timeline.tsx'
import type { LetterView } from '../contract.ts'
import { Standing, Validity } from './cells.tsx'
import { lettersApi } from './client.ts'
import { Handover } from './Handover.tsx'
import { handoverWords, paperShort, voidGroundWords } from './words.ts'

const month = (text: string) => `${Number(text.slice(0, 4))} 年 ${Number(text.slice(5))} 月`

/** Instants are told in the office's time zone. */
const moment = (at: string) => new Date(at).toLocaleString('zh-CN', { timeZone: OFFICE_ZONE, dateStyle: 'short', timeStyle: 'short' })

type Other = NonNullable<LetterView['replaces']>

/** The letter before or after this one, opened in its place. */
const OtherLetter = ({ words, letter: { id, number } }: { words: string; letter: Other }) => (
  <>
    {words}{' '}
    <Anchor className="link" href={`/letters?letter=${id}`}>
      {number}
    </Anchor>
  </>
)

const factsOf = (letter: LetterView, today: string): Fact[] => [
  { label: '状态', value: <Standing letter={{ ...letter, unitName: null }} /> },
  { label: '抬头', value: letter.addresseeName },
  ...(letter.paper
    ? [
        { label: '由', value: letter.paper.from },
        { label: '去', value: letter.paper.to },
        { label: '党员类别', value: letter.paper.membership },
        { label: '身份证号', value: letter.paper.idNumber },
        { label: '手机', value: letter.paper.phone || '–' },
        { label: '党费交到', value: month(letter.paper.duesPaidTo) },
        { label: '有效期', value: `${letter.paper.validDays} 天` },
        { label: '二维码', value: letter.paper.withCode ? '回执联印有' : '没有印' },
      ]
    : [{ label: '内容', value: letter.outside ? '往届补录：本系统启用前开具，这里没有纸面内容' : '已按保存期限清除，台账仍在' }]),
  ...(letter.replacedBy ? [{ label: '换开', value: <OtherLetter words="作废，已换开" letter={letter.replacedBy} /> }] : []),
  ...(letter.replaces ? [{ label: '来历', value: <OtherLetter words="换开自" letter={letter.replaces} /> }] : []),
  { label: '有效期至', value: <Validity letter={{ ...letter, unitName: null }} today={today} /> },
]

const eventsOf = (letter: LetterView): StoryEvent[] => [
  ...(letter.voidedOn && letter.voidGround
    ? [
        {
          id: 'voided',
          when: letter.voidedOn,
          what: `作废：${voidGroundWords[letter.voidGround]}${letter.voidNote ? `，${letter.voidNote}` : ''}`,
          kind: 'bad' as const,
        },
      ]
    : []),
  ...(letter.receivedOn ? [{ id: 'received', when: letter.receivedOn, what: '对方接收已有凭据' }] : []),
  ...(letter.pickedUpOn && letter.pickedUpHow
    ? [{ id: 'picked-up', when: letter.pickedUpOn, what: `交出：${handoverWords[letter.pickedUpHow]}`, by: letter.pickedUpBy }]
    : []),
  { id: 'issued', when: letter.issuedOn, what: letter.outside ? '开具（本系统启用以前）' : '开具', by: letter.issuedName },
]

const Prints = ({ prints }: Pick<LetterView, 'prints'>) => (
  <Section title="打印" note={prints.length === 0 ? '还没有打印过' : `${prints.length} 次`}>
    <ul className="letter-prints">
      {prints.toReversed().map(({ at, actorName, kind, printerName, jobSize }) => (
        <li key={at}>
          <span>
            {moment(at)}
            <span className="second">
              ，{paperShort[kind]}
              {printerName && `，${printerName}`}
              {jobSize && jobSize > 1 ? `，一批 ${jobSize} 封` : ''}
            </span>
          </span>
          <span className="second">{actorName}</span>
        </li>
      ))}
    </ul>
  </Section>
)

const Body = ({ letter, today }: { letter: LetterView; today: string }) => (
  <>
    <Facts rows facts={factsOf(letter, today)} />
    <Section title="经过">
      <Timeline events={eventsOf(letter)} />
    </Section>
    {letter.handover && <Handover letter={letter} handover={letter.handover} />}
    {!letter.outside && <Prints prints={letter.prints} />}
    <p className="letter-case">
      <Anchor className="link" href={`/transfers/${letter.transferId}`}>
        看这次接转
      </Anchor>
    </p>
  </>
)

type LetterDrawerProps = {
  id: string
  today: string
  onClose: () => void
  onPrint: () => void
  actionsOf: ((letter: LetterView) => ReactNode) | undefined
}

/** One letter: what it says, where it went, who printed it. Numbers of the person stay masked; paper shows them whole. */
export const LetterDrawer = ({ id, today, onClose, onPrint, actionsOf }: LetterDrawerProps) => {
  const found = useQuery(lettersApi.get.queryOptions({ input: { id } }))
  const letter = found.data
  const actions = letter && (
    <div className="row">
      <span className="row-end row">
        {actionsOf?.(letter)}
        {letter.can.includes('print') && <Button onClick={onPrint}>打印这封</Button>}
      </span>
    </div>
  )
  return (
    <Drawer
      open
      size={460}
      title={letter ? `${letter.memberName}　${letter.number}` : '介绍信'}
      onClose={onClose}
      footer={letter?.can.includes('print') || actionsOf ? actions : null}
      className="letter-drawer"
    >
      {found.error && !letter && <ErrorState title="这封信没有读出来" next={wordsOf(problemOf(found.error))} />}
      {!letter && !found.error && <Skeleton lines={8} />}
      {letter && <Body letter={letter} today={today} />}
    </Drawer>
  )
}
