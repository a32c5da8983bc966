import type { Arrangement, LayoutRequest } from '../../../src/geometry/arrangement.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import type { ArrangeOptions } from '../../../src/layout/arrange.ts';
import { requestFor } from './requests.ts';

/** Arranges without what the layout remembers of the last picture. */
export function arrangeAnew(request: LayoutRequest, options?: ArrangeOptions): Arrangement {
  arrange(requestFor([]));
  return arrange(request, options);
}
