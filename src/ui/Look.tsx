import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useMode } from './mode.ts'
import { antTheme } from './theme.ts'
import './look.css'

/** The look of everything inside. `nonce` is the page's, so that run-time styles pass its content security policy. */
export const Look = ({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) => {
  const mode = useMode()
  return (
    <ConfigProvider locale={zhCN} theme={antTheme(mode)} button={{ autoInsertSpace: false }} {...(nonce && { csp: { nonce } })}>
      {children}
    </ConfigProvider>
  )
}
