import type { Twin } from '../../platform/language'
import { count } from '../count'

export const seriesCaseWords: Twin<typeof import('../../workbench/words')>['seriesCaseWords'] = {
  title: of => `${count(of, 'time')}, booked together`,
  together: of => `Answer all ${of} together`,
  hint: 'What was answered or cancelled stays as it is.',
  approved: (about, times) => `${about}: ${count(times, 'time')} approved`,
  declined: (about, times) => `${about}: ${count(times, 'time')} declined`,
  left: times => `${count(times, 'time')} left alone: answered before, cancelled, or too late`,
}
