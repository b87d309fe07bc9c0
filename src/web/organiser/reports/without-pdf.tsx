/** Said on a screen where a page is shown in place of its PDF. */
import type { Reader } from '../../context';
import { Notice } from '../../ui/notice';

export const WithoutPdf = ({ reader }: { reader: Reader }) => (
  <div class="screen-only">
    <Notice tone="care">
      <p>{reader.t.reports.files.noPdf}</p>
    </Notice>
  </div>
);
