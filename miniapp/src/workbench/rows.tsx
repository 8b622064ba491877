import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button, Section } from '../ui'
import { aria } from '../ui/aria'
import './rows.css'
import { offeringWords as words } from './words'
import { Wrong } from './wrong'

export type Row = Readonly<Record<string, string>>

interface RowsProps<R extends Row> {
  title: string
  rows: readonly R[]
  /** What a fresh row begins with. */
  fresh: R
  most: number
  /** While there are none. */
  hint?: string
  error?: string | undefined
  children: (row: R, write: (part: Partial<R>) => void) => ReactNode
  onChange: (rows: readonly R[]) => void
}

/** Things of one kind, a row each, to be added and taken out. */
export function Rows<R extends Row>({
  title,
  rows,
  fresh,
  most,
  hint,
  error,
  children,
  onChange,
}: RowsProps<R>) {
  const write = (index: number, part: Partial<R>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...part } : row)))
  return (
    <Section title={title}>
      {rows.length === 0 && hint && <View className="workbench-place__note">{hint}</View>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are being written
        <View key={index} className="workbench-rows" {...aria({ role: 'group', label: title })}>
          {children(row, part => write(index, part))}
          <Button compact kind="bare" onTap={() => onChange(rows.filter((_, i) => i !== index))}>
            {words.dropRow}
          </Button>
        </View>
      ))}
      <Wrong>{error}</Wrong>
      {rows.length < most && (
        <Button compact kind="calm" onTap={() => onChange([...rows, fresh])}>
          {words.addRow}
        </Button>
      )}
    </Section>
  )
}
