import { createFileRoute } from '@tanstack/react-router'
import { PhonePage } from '../../../../ui/PhonePage.tsx'
import { SettingsPanel } from '../../SettingsPanel.tsx'

const Settings = () => (
  <PhonePage title="账号与外观">
    <SettingsPanel />
  </PhonePage>
)

export const Route = createFileRoute('/me/_look/settings')({ component: Settings })
