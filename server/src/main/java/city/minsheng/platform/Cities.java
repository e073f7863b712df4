package city.minsheng.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Which DataSource a city's rows lie behind. A city is a PostgreSQL schema, named by the connection's search path and
 * nowhere else; an install of one city always gets the same answer here.
 */
public final class Cities implements AutoCloseable {

    private final String city;
    private final HikariDataSource source;

    /** @param schema where the city's tables lie: its code, for the most part */
    public Cities(String city, String schema, String url, String user, String password, int connections) {
        this.city = city;
        var config = new HikariConfig();
        config.setPoolName(city);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.addDataSourceProperty("currentSchema", schema);
        config.addDataSourceProperty("ApplicationName", "minsheng");
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("prepareThreshold", 3);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        source = new HikariDataSource(config);
    }

    public DataSource dataSource(String ofCity) {
        if (!ofCity.equals(city)) {
            throw new NotFound("city", ofCity);
        }
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
