import { PhonePage } from '../../../ui/PhonePage.tsx'
import { Messages } from './Messages.tsx'
import '../../../ui/lines.css'
import './inbox.css'

/** What was told to a graduate or a junior, on the phone. */
export const OwnInboxPage = () => (
  <PhonePage title="消息">
    <Messages />
  </PhonePage>
)
