package city.minsheng.bench;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What PostgreSQL alone does here and now: an order and its first step, copied from one that the program wrote, into
 * tables of the same columns and indexes, two statements and a commit.
 */
final class Plain implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Product product;
    private final AtomicLong number = new AtomicLong();
    private final String columns;
    private final String values;
    private final Object[] row;
    private final Object[] step;

    Plain(Product product) throws Exception {
        this.product = product;
        try (var connection = product.database(); var sql = connection.createStatement()) {
            sql.execute("drop table if exists bench_order, bench_step");
            sql.execute("create table bench_order (like work_order including all)");
            sql.execute("create table bench_step (like work_order_step including all)");
            sql.execute("insert into bench_order select * from work_order where id < (select id from work_order order by id desc limit 1)");
            sql.execute("vacuum analyze bench_order");
            sql.execute("vacuum analyze bench_step");
            try (var found = sql.executeQuery("select * from work_order where status = 'REGISTERED' order by id desc limit 1")) {
                found.next();
                var names = new StringBuilder();
                var marks = new StringBuilder();
                int count = found.getMetaData().getColumnCount();
                row = new Object[count];
                for (int i = 1; i <= count; i++) {
                    names.append(i == 1 ? "" : ", ").append(found.getMetaData().getColumnName(i));
                    marks.append(i == 1 ? "?" : ", ?");
                    row[i - 1] = found.getObject(i);
                }
                columns = names.toString();
                values = marks.toString();
            }
            try (var found = sql.executeQuery("select * from work_order_step where seq = 1 and order_id = '" + row[0] + "'")) {
                found.next();
                step = new Object[found.getMetaData().getColumnCount()];
                for (int i = 1; i <= step.length; i++) {
                    step[i - 1] = found.getObject(i);
                }
            }
        }
    }

    Load.Worker worker(int client) throws Exception {
        var connection = product.database();
        connection.setAutoCommit(false);
        var order = connection.prepareStatement("insert into bench_order (" + columns + ") values (" + values + ")");
        var first = connection.prepareStatement("insert into bench_step values (" + "?, ".repeat(step.length - 1) + "?)");
        return new Load.Worker() {
            @Override
            public void work() throws SQLException {
                write(connection, order, first);
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    private void write(Connection connection, PreparedStatement order, PreparedStatement first) throws SQLException {
        var id = id();
        order.setObject(1, id);
        order.setString(2, "B" + number.incrementAndGet());
        for (int i = 2; i < row.length; i++) {
            order.setObject(i + 1, row[i]);
        }
        order.executeUpdate();
        first.setObject(1, id);
        for (int i = 1; i < step.length; i++) {
            first.setObject(i + 1, step[i]);
        }
        first.executeUpdate();
        connection.commit();
    }

    private static UUID id() {
        var random = new byte[16];
        RANDOM.nextBytes(random);
        var bytes = ByteBuffer.wrap(random);
        return new UUID(System.currentTimeMillis() << 16 | 0x7000 | bytes.getLong() & 0xfff, bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    @Override
    public void close() throws Exception {
        try (var connection = product.database(); var sql = connection.createStatement()) {
            sql.execute("drop table bench_order, bench_step");
        }
    }
}
