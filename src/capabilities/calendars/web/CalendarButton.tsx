import { CalendarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { CalendarDialog } from './CalendarDialog.tsx'

/** The way to one's activities in the calendar program that one uses already. */
export const CalendarButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<CalendarOutlined aria-hidden="true" />} onClick={() => setOpen(true)}>
        订阅日历
      </Button>
      {open && <CalendarDialog onClose={() => setOpen(false)} />}
    </>
  )
}
