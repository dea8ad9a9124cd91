// Sample names — given names as they are met in the transmigration villages and along the Musi.

const split = (names: string): readonly string[] => names.split(' ')

export const maleFirstNames = split(
  'Agus Ahmad Andi Anton Ari Bambang Bayu Candra Darman Dedi Deni Edi Eko Fajar Feri Hadi Hasan ' +
    'Heri Herman Husin Imam Indra Irwan Iwan Jamal Kasiman Kusno Legimin Marwan Mat Misno ' +
    'Muhammad Ngatno Nurdin Parjo Purwanto Rahmat Rizki Rudi Rusdi Sabar Samsul Slamet ' +
    'Sugeng Suparno Suryadi Teguh Tono Tukimin Usman Wahyu Wawan Yanto Yusuf Zainal',
)

export const maleLastNames = split(
  'Alamsyah Anwar Apriyadi Arifin Basri Efendi Firmansyah Gunawan Hakim Haryanto Hidayat ' +
    'Iskandar Kurniawan Mahmud Maulana Mulyono Nugroho Oktarian Prasetyo Pratama Priyono ' +
    'Purnomo Ramadhan Rohman Santoso Saputra Setiawan Siswanto Subagyo Sulaiman Susanto ' +
    'Sutrisno Syahputra Triyono Wibowo Widodo Wijaya Yulianto Zulkarnain',
)

export const femaleFirstNames = split(
  'Aisyah Ani Asih Ayu Desi Dian Dwi Eka Endang Erna Evi Fatimah Fitri Indah Ira Juminah ' +
    'Kartini Lilis Lina Maryam Maya Mila Nia Ningsih Novi Nur Nurul Parti Ponirah Putri Ratna ' +
    'Reni Rina Rohani Rukmini Sari Siti Sri Sulastri Sumarni Sundari Suryani Tini Tri Tuti ' +
    'Umi Wahyuni Wati Yanti Yuni Zubaidah',
)

export const femaleLastNames = split(
  'Agustina Anggraini Aprilia Astuti Aulia Azizah Damayanti Fadilah Handayani Hartati ' +
    'Hasanah Herawati Khotimah Kurniasih Kusuma Lestari Maharani Marlina Maulida Munawaroh ' +
    'Novitasari Nurhayati Oktavia Pertiwi Pratiwi Purwanti Puspita Rahayu Rahmawati Safitri ' +
    'Septiani Setyowati Sulistiawati Susanti Utami Wahyuningsih Widyastuti Wulandari Yuliana',
)

/** Where the people of the villages were born: near by, and in Java before they moved. */
export const birthPlaces = split(
  'PENINGGALAN PENINGGALAN SEKAYU SEKAYU PALEMBANG JAMBI WONOGIRI KEBUMEN BLITAR CILACAP ' +
    'PONOROGO PURWOREJO TULUNGAGUNG BANYUWANGI',
)
