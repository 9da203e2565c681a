import { createFileRoute } from '@tanstack/react-router'
import { Page } from '../../../../ui/Page.tsx'
import { SettingsPanel } from '../../SettingsPanel.tsx'

const Settings = () => (
  <Page title="账号与外观">
    <SettingsPanel />
  </Page>
)

export const Route = createFileRoute('/_desk/settings')({ component: Settings })
