import { View } from '@tarojs/components'
import { localDate } from '@yike/shared/kernel/time'
import { goBack, type Params, useParams } from '../../platform/route'
import { now } from '../../platform/spoken'
import { Answer, Facts, Question } from '../../ui'
import { elderWords, askWords as words } from '../words/elder'
import './elder.css'

/** Whoever is older than anybody was in that year has no need of these pages. */
const FIRST_DECADE = 1920
const YEARS = Array.from({ length: 10 }, (_, year) => year)
const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1)

/** 1950-03 in words; of a whole date its month. */
export const bornOf = (on: string): string => elderWords.born(on.slice(0, 4), String(Number(on.slice(5, 7))))

interface AskBornProps {
  /** Who was born. */
  name: string
  /** Leads to the next question: what was answered stands in the address, so that 返回 leads to the one before. */
  to: (answers: Params) => void
  /** With the year and month, as `1950-03`. */
  onChosen: (month: string) => void
  /** Nobody has to say it; absent: one came to say it. */
  onSkip?: () => void
}

/** What an address says of a decade or a year; nothing where nobody of today was born then. */
function yearIn(said: string | undefined, first: number, last: number): number | undefined {
  const year = Number(said)
  return Number.isInteger(year) && year >= first && year <= last ? year : undefined
}

/** 长辈版: when somebody was born, by three taps instead of six digits: the decade, the year, the month, a page for each. */
export function AskBorn({ name, to, onChosen, onSkip }: AskBornProps) {
  const params = useParams()
  const thisYear = Number(localDate(now()).slice(0, 4))
  const decade = yearIn(params.decade, FIRST_DECADE, thisYear)
  const year = decade && yearIn(params.year, decade, Math.min(decade + 9, thisYear))
  if (!decade) {
    const decades = Math.floor((thisYear - FIRST_DECADE) / 10) + 1
    return (
      <>
        <Question>{words.whichDecade(name)}</Question>
        <Facts>{[words.bornWhy]}</Facts>
        {onSkip && <Answer icon="forward" title={words.bornSkip} note={words.bornLater} onTap={onSkip} />}
        <View className="identity-grid">
          {Array.from({ length: decades }, (_, i) => FIRST_DECADE + i * 10).map(first => (
            <Answer
              key={first}
              title={String(first)}
              note={words.toYear(String(first + 9))}
              onTap={() => to({ decade: String(first) })}
            />
          ))}
        </View>
      </>
    )
  }
  if (!year)
    return (
      <>
        <Question>{words.whichYear(name)}</Question>
        <View className="identity-grid">
          {YEARS.map(one => decade + one)
            .filter(one => one <= thisYear)
            .map(one => (
              <Answer
                key={one}
                title={words.year(String(one))}
                note={words.turns(thisYear - one)}
                onTap={() => to({ decade: String(decade), year: String(one) })}
              />
            ))}
        </View>
        <Answer icon="back" title={words.otherDecade} onTap={goBack} />
      </>
    )
  return (
    <>
      <Question>{words.whichMonth(name, String(year))}</Question>
      <View className="identity-grid identity-grid--narrow">
        {MONTHS.map(month => (
          <Answer
            key={month}
            title={words.month(month)}
            onTap={() => onChosen(`${year}-${String(month).padStart(2, '0')}`)}
          />
        ))}
      </View>
      <Answer icon="back" title={words.otherYear} onTap={goBack} />
    </>
  )
}
