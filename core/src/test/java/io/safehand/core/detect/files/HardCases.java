package io.safehand.core.detect.files;

import java.util.List;

/** Lines written by hand: what people write, and what only looks like it. Every value is invented. */
final class HardCases {
  private HardCases() {}

  static List<LabelledLine> there() {
    return """
        ⟦mobile 13812345678⟧/⟦mobile 13912345678⟧
        电话⟦mobile 13812345678⟧/⟦mobile 139-1234-5678⟧/⟦landline 010-62345678⟧
        手机⟦mobile 13812345678⟧-⟦mobile 13912345678⟧
        ⟦landline 010-62345678⟧/⟦mobile 13812345678⟧
        ⟦landline (010)62345678⟧，⟦landline 0571-87654321转8012⟧。
        张三⟦mobile 13812345678⟧李四
        ⟦mobile 13812345678⟧ 13:45 来电
        请于8点前致电⟦mobile 138-1234 5678⟧（微信同号）
        {"phone":"⟦mobile 13812345678⟧","id":"⟦resident_id 11010519491231002X⟧","mail":"⟦email li@example.com⟧"}
        phone=⟦mobile 13812345678⟧&email=⟦email li.lei@example.com⟧&x=1
        <a href="mailto:⟦email li@example.com⟧">写信</a>
        <td>⟦mobile 13812345678⟧</td><td>⟦bank_card 6222021234567891233⟧</td>
        身份证⟦resident_id 110105 19491231 002x⟧,卡⟦bank_card 6222 0212 3456 7891 233⟧
        ⟦resident_id 440524188001010014⟧
        ⟦credit_code 91350100M000100Y43⟧ ⟦credit_code 91350200776049653A⟧ ⟦credit_code 91440101MA5CJQ4N59⟧
        信用卡：⟦bank_card 4111-1111-1111-1111⟧，有效期12/29
        车牌⟦plate 京A·12345⟧和⟦plate 沪AD12345⟧
        护照号：⟦passport E12345678⟧，港澳通行证：⟦permit H12345678⟧
        QQ：⟦qq 12345678⟧，微信：⟦wechat lilei_2020⟧
        QQ/微信：⟦qq 12345678⟧
        加我vx:⟦wechat abc-12345⟧，备注来意
        微信号是⟦wechat lileihao⟧，加微信⟦wechat hanmeimei⟧
        收件人：⟦name 欧阳春⟧ 电话：⟦mobile 13812345678⟧ 地址：⟦address 四川省成都市武侯区一环路南三段1号2栋301室⟧
        法定代表人：⟦name 张三⟧；统一社会信用代码：⟦credit_code 91350100M000100Y43⟧
        姓名：⟦name 阿卜杜拉·买买提⟧，民族：维吾尔
        他住在⟦address 北京市朝阳区幸福路12号院3号楼2单元501⟧，请寄到那里
        寄往⟦address 新疆维吾尔自治区伊犁哈萨克自治州伊宁市解放路8号⟧
        """
        .lines()
        .map(LabelledLine::of)
        .toList();
  }

  /** Nothing in these is personal information of the kinds that are looked for. */
  static List<LabelledLine> notThere() {
    return """
        订单号：13812345678 已发货
        订单13812345678901
        流水号20231105123000123456
        订单编号：2023110512345678901
        交易单号 4200001234202311051234567890
        时间戳1700000000000，毫秒1700000000123，秒1700000000
        2023-11-05 12:30:00.123 INFO [main] started in 13812 ms
        2023-11-05T12:30:00+08:00 到 2023-11-06T12:30:00+08:00
        20231105 20231106 2023/11/05 2023.11.05 2023年11月5日
        客服400-812-3123，投诉800-810-1234，4008123123，8008101234
        拨打95588、95555、10086、12345、12315、110、96110、114、96315
        全国热线：4006668800 转 1
        版本1.2.3.13812345678，v10.15.7，java 25.0.1+8-LTS
        192.168.138.123 10.0.0.1:8080 255.255.255.0 2001:db8::8a2e:370:7334
        ISBN 978-7-111-12345-6，ISBN 9787111123456，ISSN 1000-1234
        条形码6901234567892，条码 6912345678901
        快递单号：SF1381234567890，YT1381234567890，JD0013812345678，773012345678901
        物流编号 431234567890123
        金额13812345678.55元，¥13,812,345,678.00，合计138,123.45
        0.13812345678 3.1415926535897932384626 -1.38e11
        身份证110105194912310021
        号码110105194913310020，110105194902300021
        卡号6222021234567891234
        统一社会信用代码：91350100M000100Y44
        号码12812345678，电话11012345678
        550e8400-e29b-41d4-a716-446655440000
        13812345-6781-4567-8901-138123456789
        d41d8cd98f00b204e9800998ecf8427e 0x13812345678 #13812345678
        sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
        MTM4MTIzNDU2NzgxMzgxMjM0NTY3OA== eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0
        型号E12345678，工单12345678，编号12345678，货号H12345678
        ORD-13812345678 SN13812345678 QR12345678 PO#13812345678 id_13812345678
        service@example.com，客服邮箱：kefu@example.com，noreply@example.com
        abc@def @Override user@localhost git@github:a/b a@b @@ @
        https://example.com/order/13812345678?id=13812345678901&sku=69012345678
        if (a[10] == 0x1F && b != 65535) { return 1 << 20; } // 100000000 steps
        private static final long serialVersionUID = 4862926644813433707L;
        <version>3.14.1</version> <artifactId>maven-compiler-plugin</artifactId>
        for (int i = 0; i < 100000; i++) sum += i * 31;
        name: Build and test
        name=default; customer: none; contact: see below
        姓名：无 联系人：客服部 收件人：同上 户名：某某有限公司
        客户：普通用户 会员：高级会员 员工：全体员工 负责人：待定
        微信支付 微信小程序 微信公众号 微信群 企业微信 微信Android版 QQ邮箱 QQ音乐
        第3号文件 5月1号上午 人民路 四川省成都市 北京市朝阳区 1号楼 第12号令
        粤文号020号 京东618 沪深300 川菜8大名菜 苏打水500ml 新能源2023年
        京A 京城A座12345 渝I12345 京O12345
        电话：无 手机：未填 邮箱：暂无 地址：无 地址：同上
        3-5天 10-12人 1/2 50% 1:1 2020-2023年 100-200元 7*24小时
        房间8-1203 座位12排08号 车次G1234 航班CA1234 高铁D3012
        彩票 03 08 15 22 27 31 + 09 期号2023130
        化学品CAS 7732-18-5 机型iPhone15,2 固件20A362 规格M8x40
        尺码170/92A 邮编100000 邮政编码：610000 区号010
        我们说的是这样一个问题，大家都知道，没有什么可以补充的。
        文化建设和经济发展是重要工作，方案已经通过，高度重视安全生产。
        138123456789012345678901 1234567890123456789012345678901234567890
        税率13% 页码138 共12345页 编码GB18030 标准GB/T 35273-2020
        护照办理 通行证遗失 身份证复印件 银行卡到期 车牌识别
        合同编号：HT-2023-13812345678 发票号码：13812345 发票代码：011002300111
        批准文号 国药准字H20230001 卫食证字2008第370101-000123号
        """.lines().map(LabelledLine::of).toList();
  }
}
