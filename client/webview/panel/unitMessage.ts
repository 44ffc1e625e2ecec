import type { Message } from '../texts';
import type { UnitName } from '../chart/timeUnits';

/** What one column of the axis stands for, as it is announced. */
export const unitMessage: Readonly<Record<UnitName, Message>> = {
  hour: 'One column is an hour',
  hours3: 'One column is 3 hours',
  hours6: 'One column is 6 hours',
  day: 'One column is a day',
  week: 'One column is a week',
  month: 'One column is a month',
  quarter: 'One column is a quarter',
  year: 'One column is a year',
  decade: 'One column is a decade',
};
