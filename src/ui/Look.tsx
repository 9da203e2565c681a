import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useMode } from './mode.ts'
import { nonce } from './nonce.ts'
import { antTheme } from './theme.ts'
import './look.css'

/** The look of the controls inside. */
export const Look = ({ children }: { children: ReactNode }) => {
  const mode = useMode()
  return (
    <ConfigProvider locale={zhCN} theme={antTheme(mode)} button={{ autoInsertSpace: false }} {...(nonce && { csp: { nonce } })}>
      {children}
    </ConfigProvider>
  )
}
