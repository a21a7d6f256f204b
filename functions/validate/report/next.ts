import type { Text } from '../../model/ids.ts';
import type { Findings } from '../findings.ts';

/** What to do now. A rejected file is kept as it was uploaded: nobody has to send it again to look at it. */
export function nextStep(outcome: 'accepted' | 'rejected', { warnings }: Pick<Findings, 'warnings'>): Text {
  if (outcome === 'rejected') return rejected;
  return warnings > 0 ? withWarnings : accepted;
}

const rejected: Text = {
  en: 'The file was rejected as a whole and nothing has changed: what was in force before still is. The file is kept as it was uploaded. Mend the errors below in your copy and upload it again under the same name; `sailau check` tells beforehand whether it will pass.',
  kk: 'Файл тұтас қабылданбады және ештеңе өзгерген жоқ: бұрын күшінде болғаны сол күйінде қалды. Файл жүктелген күйінде сақталды. Төмендегі қателерді өз көшірмеңізде түзетіп, файлды сол атпен қайта жүктеңіз; оның өтетін-өтпейтінін `sailau check` алдын ала айтады.',
  ru: 'Файл отклонён целиком, и ничего не изменилось: действует то же, что и раньше. Файл сохранён в том виде, в каком был загружен. Исправьте указанные ниже ошибки в своей копии и загрузите её снова под тем же именем; `sailau check` заранее покажет, будет ли она принята.',
};

const withWarnings: Text = {
  en: 'The file is in force and its warnings are published with it. Compare them with the signed protocols; to correct a number, upload the whole file again under the same name.',
  kk: 'Файл күшіне енді, ескертулері онымен бірге жарияланады. Оларды қол қойылған хаттамалармен салыстырыңыз; санды түзету үшін файлды сол атпен тұтас қайта жүктеңіз.',
  ru: 'Файл вступил в силу, его предупреждения публикуются вместе с ним. Сверьте их с подписанными протоколами; чтобы исправить число, загрузите весь файл снова под тем же именем.',
};

const accepted: Text = {
  en: 'The file is in force; there is nothing to do.',
  kk: 'Файл күшіне енді; ештеңе істеудің қажеті жоқ.',
  ru: 'Файл вступил в силу; делать ничего не нужно.',
};
