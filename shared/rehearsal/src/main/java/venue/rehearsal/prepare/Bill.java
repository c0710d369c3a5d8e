package venue.rehearsal.prepare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A bill of quantities (已标价工程量清单): its total is the bid's price.
///
/// @param lines in order
public record Bill(List<Line> lines) {

    /// One priced item.
    public record Line(String code, String name, String unit, BigDecimal quantity,
            BigDecimal unitPrice, BigDecimal total) {}

    private static final String[][] ITEMS = {
            {"040101002001", "挖沟槽土方（三类土，深6m以内）", "m³", "186420.00", "21.80"},
            {"040103001001", "回填方（级配砂石，压实度≥0.95）", "m³", "92350.00", "68.40"},
            {"040103002001", "余方弃置（运距12km）", "m³", "94070.00", "26.50"},
            {"040201004001", "掺石灰处理软基", "m³", "15820.00", "88.60"},
            {"040302001001", "钢板桩支护（拉森Ⅳ型）", "t", "2180.00", "1260.00"},
            {"040303001001", "混凝土垫层 C20", "m³", "4260.00", "512.00"},
            {"040303002001", "管廊主体混凝土 C40 P8", "m³", "21680.00", "628.00"},
            {"040901001001", "现浇构件钢筋 HRB400", "t", "3120.00", "4860.00"},
            {"040303024001", "预埋件制作安装", "t", "96.50", "9680.00"},
            {"040305005001", "变形缝（中埋式止水带）", "m", "2460.00", "238.00"},
            {"010903001001", "卷材防水（SBS 4mm 双层）", "m²", "48600.00", "62.50"},
            {"040501001001", "给水管 球墨铸铁 DN600", "m", "3650.00", "862.00"},
            {"040501004001", "塑料管 MPP 电力排管", "m", "14600.00", "118.00"},
            {"040502018001", "管廊支架（热浸镀锌）", "t", "412.00", "8960.00"},
            {"030404017001", "配电箱", "台", "64", "12680.00"},
            {"030408001001", "电力电缆 ZC-YJV-4×95", "m", "7800.00", "286.00"},
            {"030412005001", "廊内照明灯具", "套", "1460", "268.00"},
            {"030108006001", "轴流风机", "台", "58", "18600.00"},
            {"030109011001", "潜水排污泵", "台", "72", "9860.00"},
            {"030904008001", "火灾探测及报警模块", "套", "620", "486.00"},
            {"030507008001", "监控摄像设备", "台", "186", "2360.00"},
            {"040203006001", "沥青混凝土路面恢复", "m²", "22600.00", "126.00"},
            {"040204002001", "人行道块料铺设", "m²", "9800.00", "98.00"},
            {"041101001001", "围挡及安全文明施工", "项", "1", "1280000.00"},
            {"041106001001", "大型机械进出场", "项", "1", "326000.00"},
            {"041107002001", "施工排水、降水", "昼夜", "420", "1860.00"}};

    public Bill {
        lines = List.copyOf(lines);
    }

    /// A bill whose total comes close to `target` yuan.
    public static Bill near(BigDecimal target) {
        var base = BigDecimal.ZERO;
        for (var item : ITEMS) {
            base = base.add(new BigDecimal(item[3]).multiply(new BigDecimal(item[4])));
        }
        var lines = new ArrayList<Line>();
        for (var item : ITEMS) {
            var quantity = new BigDecimal(item[3]);
            var price = new BigDecimal(item[4]).multiply(target).divide(base, 2,
                    RoundingMode.HALF_UP);
            var total = quantity.multiply(price).setScale(2, RoundingMode.HALF_UP);
            lines.add(new Line(item[0], item[1], item[2], quantity, price, total));
        }
        return new Bill(lines);
    }

    /// The sum of the lines, in yuan.
    public BigDecimal total() {
        return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// As `bill.csv`: a head line, then one line an item.
    public String csv() {
        var out = new StringBuilder("项目编码,项目名称,计量单位,工程量,综合单价,合价\n");
        for (var line : lines) {
            out.append(line.code()).append(',').append('"').append(line.name()).append('"')
                    .append(',').append(line.unit()).append(',')
                    .append(line.quantity().toPlainString()).append(',')
                    .append(line.unitPrice().toPlainString()).append(',')
                    .append(line.total().toPlainString()).append('\n');
        }
        return out.append("合计,,,,,").append(total().toPlainString()).append('\n').toString();
    }
}
