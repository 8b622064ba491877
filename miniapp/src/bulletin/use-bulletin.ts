import { api } from '../platform/api'
import { usePages } from '../platform/use-pages'
import { useQuery } from '../platform/use-query'

export const useNotices = () =>
  usePages('bulletin.notices', cursor => api.bulletin.notices({ cursor }), {
    empty: ({ notices }) => notices.length === 0,
  })

export const useMovements = () =>
  useQuery('bulletin.movements', () => api.bulletin.movements({ limit: 5 }), {
    empty: ({ movements }) => movements.length === 0,
  })
