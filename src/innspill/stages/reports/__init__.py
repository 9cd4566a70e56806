"""Reports: the written result.

In: the register, the analysis and the dispositions. Happens: figures with stated denominators are
counted and written as Word, Excel and CSV. Out: a report, handed to publication for the public.
"""
