/// The style of a document that is read away from the desk.
enum DownloadStyle {
    static let text = """
        body{font:1rem/1.45 system-ui,"Noto Sans",sans-serif;margin:1.5rem;color:#1b1f24;background:#fff}\
        main{max-width:46rem;margin:0 auto}h1{font-size:1.5rem}h2{font-size:1.15rem}\
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}\
        th,td{text-align:left;vertical-align:baseline;padding:.3rem .5rem;border-bottom:1px solid #bbb}\
        caption{text-align:left;color:#444;padding:.3rem 0}th{font-weight:500}td{overflow-wrap:anywhere}\
        .soft{color:#444}@page{size:A4;margin:15mm 14mm}@media print{body{margin:0;font-size:10.5pt}}
        """
}
