import { none, type Rows } from './row.ts'

type Following = Rows<'transfers.following'> & Rows<'transfers.arrivals'>

export const followingRows: Following = {
  'transfers.following.logContact': none(
    'A contact is logged with somebody whose relation stays at the school; staying.test asks a sister teacher, who finds nobody.',
  ),
  'transfers.following.groupText': none(
    'Names of a lamp that is lit later in the season; forgotten.test reads them, and none of a sister unit.',
  ),
  'transfers.arrivals.list': none('They come from another school; arrivals.test lists them, and for the school that sent none.'),
  'transfers.arrivals.decide': none('They come from another school; in arrivals.test that school itself does not find them.'),
}
