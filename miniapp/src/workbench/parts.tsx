import { Text } from '@tarojs/components'
import './parts.css'

const isNumber = (part: string) => /^[\w-]+$/.test(part)

/** What is said in one line; the number that one reads out is not torn where the line ends. */
export const Parts = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((part, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: what is said keeps its order, and may say the same twice
      <Text key={at}>
        {at > 0 && ' · '}
        {isNumber(part) ? <Text className="workbench-number">{part}</Text> : part}
      </Text>
    ))}
  </>
)
