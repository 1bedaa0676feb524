#!/usr/bin/env python3
"""csv_to_xlsx.py FROM TO: a CSV file as a workbook of one sheet, every cell as inline text."""
import csv
import sys
import zipfile
from xml.sax.saxutils import escape

KIND = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
RELATION = '<Relationships><Relationship Id="r" Type="%s" Target="%s"/></Relationships>'

with open(sys.argv[1], encoding='utf-8-sig', newline='') as source:
    rows = ''.join(
        '<row>%s</row>' % ''.join('<c t="inlineStr"><is><t>%s</t></is></c>' % escape(cell) for cell in row)
        for row in csv.reader(source))
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as out:
    out.writestr('_rels/.rels', RELATION % (KIND + 'officeDocument', 'xl/workbook.xml'))
    out.writestr('xl/_rels/workbook.xml.rels', RELATION % (KIND + 'worksheet', 'sheet.xml'))
    out.writestr('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="r"/></sheets></workbook>')
    out.writestr('xl/sheet.xml', '<worksheet><sheetData>%s</sheetData></worksheet>' % rows)
