import { ScanOutlined } from '@ant-design/icons'
import { PhoneWay } from '../../../ui/PhoneWay.tsx'

export const ScanWay = ({ main = false }: { main?: boolean }) => (
  <PhoneWay href="/me/scan" words="扫码签到" main={main} icon={<ScanOutlined aria-hidden="true" />} />
)
