#!/usr/bin/env python3
"""csv_to_xlsx.py FROM... TO: CSV files as the sheets of one workbook, called as the files, every cell
as inline text."""
import csv
import os
import sys
import zipfile
from xml.sax.saxutils import escape, quoteattr

KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
RELATION = '<Relationship Id="r%d" Type="%s" Target="%s"/>'


def relations(*all):
    return '<Relationships>%s</Relationships>' % ''.join(RELATION % (k, KIND + kind, to) for k, (kind, to) in enumerate(all))


def rows(name):
    with open(name, encoding='utf-8-sig', newline='') as source:
        return ''.join(
            '<row>%s</row>' % ''.join('<c t="inlineStr"><is><t>%s</t></is></c>' % escape(cell) for cell in row)
            for row in csv.reader(source))


names = sys.argv[1:-1]
sheets = ''.join('<sheet name=%s r:id="r%d"/>' % (quoteattr(os.path.basename(name).removesuffix('.csv')), k)
                 for k, name in enumerate(names))
with zipfile.ZipFile(sys.argv[-1], 'w', zipfile.ZIP_DEFLATED) as out:
    out.writestr('_rels/.rels', relations(('officeDocument', 'xl/workbook.xml')))
    out.writestr('xl/_rels/workbook.xml.rels', relations(*(('worksheet', 'sheet%d.xml' % k) for k in range(len(names)))))
    out.writestr('xl/workbook.xml', '<workbook xmlns:r="r"><sheets>%s</sheets></workbook>' % sheets)
    for k, name in enumerate(names):
        out.writestr('xl/sheet%d.xml' % k, '<worksheet><sheetData>%s</sheetData></worksheet>' % rows(name))
