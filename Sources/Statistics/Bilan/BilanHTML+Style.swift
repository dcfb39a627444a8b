extension BilanHTML {
    // Every text has a contrast of at least 4.5 to its ground, in both schemes.
    static let style = colors + layout + tables + print

    private static let colors = """
        :root{color-scheme:light dark;--ground:#fbfaf7;--sheet:#ffffff;--ink:#1d2126;
        --soft:#565d66;--line:#d9d6cf;--accent:#0b5563;--pale:#9cc4cb;--track:#e6e3db;
        --late:#8a4b08;--late-ground:#fdf3e3}
        @media (prefers-color-scheme:dark){:root{--ground:#14181b;--sheet:#1b2024;--ink:#e9e7e2;
        --soft:#a9afb6;--line:#343b41;--accent:#86cfdc;--pale:#386b76;--track:#2b3237;
        --late:#f0b868;--late-ground:#2e2518}}

        """

    private static let layout = """
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);
        font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
        header,main{max-width:64rem;margin:0 auto;padding:0 1.25rem}
        header{padding-top:2.5rem}main{padding-bottom:4rem}
        h1{font-size:2.1rem;line-height:1.15;margin:.1rem 0 .4rem;letter-spacing:-.01em}
        h2{font-size:1.25rem;margin:2.75rem 0 .8rem;padding-top:.7rem;
        border-top:1px solid var(--line)}
        h3{font-size:1rem;margin:0 0 .25rem;font-weight:600}
        a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.2em}
        a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        .skip{position:absolute;left:-99rem}
        .skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem}
        .kicker{margin:0;color:var(--accent);font-weight:600;font-size:.85rem;
        letter-spacing:.06em;text-transform:uppercase}
        .dates,.fresh,.legend,.fraction{color:var(--soft);margin:0}
        .code{font-weight:600;white-space:nowrap}
        .status{margin:0 0 1rem;font-size:1.1rem}.status span{color:var(--late)}
        .cards{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
        .card{background:var(--sheet);border:1px solid var(--line);
        border-top:4px solid var(--accent);border-radius:4px;padding:1rem 1.25rem}
        .wide{grid-column:1/-1}
        .big{font-size:2.75rem;line-height:1.1;margin:0;font-weight:650;
        font-variant-numeric:tabular-nums}
        .fraction{font-size:1.05rem;font-variant-numeric:tabular-nums}
        .fresh{margin-top:.6rem;font-size:.9rem}
        .bar{display:block;width:100%;height:.9rem;margin:.7rem 0 .4rem;border-radius:3px}
        rect.track{fill:var(--track)}rect.known{fill:var(--pale)}rect.now{fill:var(--accent)}
        .legend{font-size:.85rem}
        .key{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-left:.6em;
        border:1px solid var(--soft);forced-color-adjust:none;print-color-adjust:exact;
        -webkit-print-color-adjust:exact}
        .key:first-child{margin-left:0}.key.now{background:var(--accent)}
        .key.known{background:var(--pale)}.key.track{background:var(--track)}
        .notes{margin:0;padding-left:1.2rem}.notes li{margin:.25rem 0}
        .chips{list-style:none;margin:1rem 0 0;padding:0;display:grid;gap:.5rem;
        grid-template-columns:repeat(auto-fill,minmax(14.5rem,1fr));font-size:.85rem}
        .chips li{border:1px solid var(--line);border-left:4px solid var(--accent);
        border-radius:3px;background:var(--sheet);padding:.35rem .7rem}
        .chips .late{border-left:4px double var(--late);background:var(--late-ground);
        color:var(--late)}
        .state{font-weight:600}
        dl{margin:0;display:grid;grid-template-columns:1fr 1fr;gap:.9rem 2rem}
        dl+h3{margin-top:1.5rem}dt{font-weight:600}
        dd{margin:0;color:var(--soft);font-size:.92rem}
        dl div{padding-left:.7rem;border-left:2px solid var(--line)}
        dl div:target{border-left-color:var(--accent);background:var(--sheet)}

        """

    private static let tables = """
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.92rem;
        font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
        th,td{padding:.45rem .6rem;border-bottom:1px solid var(--line);text-align:right;
        vertical-align:baseline}
        th:first-child{text-align:left;padding-left:0}
        thead th{vertical-align:bottom;font-weight:600;border-bottom:2px solid var(--ink)}
        tbody th,tfoot th{font-weight:400}
        tbody th,tfoot th{min-width:11rem}
        td a{white-space:nowrap}th a{color:inherit}
        td a,th a{text-decoration-style:dotted;text-decoration-color:var(--soft)}
        tfoot tr:first-child>*{border-top:2px solid var(--ink)}
        tfoot th,tfoot td{font-weight:600}
        .old td:nth-child(2),.silent td{color:var(--late)}
        td.note{text-align:left}
        @media (max-width:44rem){.cards,dl{grid-template-columns:1fr}
        h1{font-size:1.7rem}.scroll table{min-width:34rem}}

        """

    private static let print = """
        @page{size:A4;margin:15mm 14mm}
        @media print{:root{color-scheme:light;--ground:#fff;--sheet:#fff;--ink:#000;
        --soft:#444;--line:#bbb;--accent:#0b5563;--pale:#9cc4cb;--track:#e6e3db;
        --late:#7a4106;--late-ground:#fff}
        body{font-size:9.5pt}header,main{max-width:none;padding:0}
        .skip{display:none}a{color:inherit;text-decoration:none}
        h1{font-size:20pt}h2{font-size:13pt;margin-top:16pt;break-after:avoid}
        .big{font-size:24pt}.scroll{overflow:visible;break-inside:avoid}table{font-size:8.5pt}
        .card{padding:8pt 10pt}.big{line-height:1.15}.chips{grid-template-columns:repeat(4,1fr);
        gap:4pt;font-size:8pt}.status{font-size:11pt}header{padding-top:0}main{padding-bottom:0}
        tbody th,tfoot th{min-width:30mm}dd{font-size:8.5pt}dl{gap:6pt 14pt}
        th,td{padding:2pt 4pt}tr,.card,dl div,.chips li,.notes li{break-inside:avoid}
        thead{display:table-header-group}tfoot{display:table-row-group}
        h3{break-after:avoid}caption{break-after:avoid}}
        """
}
