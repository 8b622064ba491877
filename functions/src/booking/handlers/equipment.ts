/** What is free of the equipment of a room: a query for each sort, and only where somebody asks for a time. */
import type { Span } from '@yike/shared/booking/calendar'
import type { EquipmentLeft } from '@yike/shared/booking/schema'
import { localDate } from '@yike/shared/kernel/time'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { equipmentLeft, equipmentOf } from '../domain'
import { loadSheets } from '../store'

export const viewEquipment = async (table: Table, offering: Offering, span: Span): Promise<EquipmentLeft> => {
  const on = localDate(span.startAt)
  const { equipment = [] } = offering
  const sheets = await Promise.all(
    equipment.map(({ name }) => loadSheets(table, equipmentOf(offering, name), on, on)),
  )
  return {
    equipment: equipment.map(({ name, count }, i) => ({
      ...{ name, count },
      left: equipmentLeft(offering, sheets[i]?.get(on)?.taken, span, count),
    })),
  }
}
