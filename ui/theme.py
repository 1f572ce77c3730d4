"""Which theme the reader looks at, and the few rules of style that Streamlit's own settings do not reach."""

import streamlit as st

_STYLE = """<style>
.stMainBlockContainer {max-width: 1360px; padding-left: 1.25rem; padding-right: 1.25rem}
.finding {font-size: 1.3rem; line-height: 1.4; font-weight: 600; margin: 0; text-wrap: pretty}
.st-key-four-figures {min-height: 5.6rem}
.figure .label {font-size: .875rem; opacity: .85}
.figure .value {font-size: 1.75rem; font-weight: 650; line-height: 1.15; font-variant-numeric: tabular-nums}
.figure .note {font-size: .8125rem; opacity: .85}
.rows {width: 100%; border-collapse: collapse; font-size: .9rem}
.rows th {text-align: left; font-weight: 600; font-size: .8125rem; opacity: .8; padding: .2rem .5rem .2rem 0}
.rows td {vertical-align: top; padding: .38rem .5rem .38rem 0; border-top: 1px solid rgba(128,128,140,.3)}
.rows td.n, .rows th.n {text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap}
.rows.fixed {table-layout: fixed}
.rows .most {width: 60%}
.rows.fixed th.n {width: 3.6rem}
.stApp a.open {color: inherit; text-decoration: none}
.stApp a.open:hover, .stApp a.open:focus-visible {text-decoration: underline}
.one {overflow: hidden; text-overflow: ellipsis; white-space: nowrap}
.two {display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; line-height: 1.35}
.rows .who {opacity: .8; font-size: .8125rem}
.key {display: flex; flex-wrap: wrap; gap: .15rem 1rem; font-size: .875rem}
.key span {display: inline-flex; align-items: center; gap: .35rem; white-space: nowrap}
.tag {display: inline-block; border: 1px solid rgba(128,128,140,.6); border-radius: 4px; padding: 0 .4rem;
  font-size: .8125rem; white-space: nowrap}
.strip {font-size: .9rem; display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: center}
@media (max-width: 640px) {
  .finding {font-size: 1.1rem}
  .figure .value {font-size: 1.45rem}
  .wide {display: none}
  .rows .most {width: auto}
  .rows.fixed .one {white-space: normal}
  .two {display: block}
  .stApp .st-key-period {flex: 1 1 10rem !important; width: auto !important}
  .stApp button, .stApp [data-baseweb="select"], .stApp .stSelectbox [role="group"] {min-height: 44px}
  .st-key-matrix, .st-key-deciding tr:nth-child(n+4) {display: none}
  .stMainBlockContainer {padding-left: 1rem; padding-right: 1rem}
}
@media print {.stMainBlockContainer {max-width: none} header, .st-key-strip {display: none}}
</style>"""


def is_dark() -> bool:
    """Whether the page is dark at this moment."""
    return st.context.theme.type == "dark"


def dress() -> None:
    """Give the page our rules of style."""
    st.html(_STYLE)
