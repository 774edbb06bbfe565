create table shop_order (id varchar(200) primary key);
