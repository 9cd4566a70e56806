"""Names that the first lists of given names and family names did not have, from memory as they are.

Given names of those who came to Norway in the last years, rare Norwegian ones and what people are
called at home; family names of the same. None of them is an everyday word.
"""

from __future__ import annotations

_GIVEN = """
Aagot Aasta Abdelaziz Abdiaziz Abdishakur Abdulahi Abdulqadir Abena Abrehet Abshir Achieng Adan
Adhanom Adiam Adomas Adrianna Adwoa Afrah Agata Agne Agnieszka Ahlam Ahmet Ainars Aivars Akiko
Akosua Akwasi Alaa Aleksas Alemayehu Alessandro Alexandru Algirdas Alicja Aliyah Almir Alvhild Amani
Amanuel Amel Amela Aminata Amjad Amra Analyn Ananya Anastasiia Anatolii Anbjørg Andris Aneta Anjali
Anke Annelin Annkristin Annlisbeth Annmarit Anong Anwar Aoife Arben Aref Aregai Arian Arjun
Arkadiusz Arrozan Arta Arwa Asha Asmaa Asmeret Asmir Audgeir Audhild Audrius Aurimas Aurélie Ausra
Awet Ayaan Ayub Bahati Balwinder Bao Baraka Basma Bassam Batool Beba Behrouz Benoît Bereket Bergfinn
Bergsvein Berhane Berivan Bezawit Bibbi Bilal Binta Birhan Birute Bittelill Blerina Bogumila Bohdan
Bohdana Bozena Camila Caoimhe Catalin Catalina Caterina Cezary Chaiyasit Chau Chiara Chidi Chinedu
Chinwe Chrisse Ciaran Claudine Conny Consuelo Cristina Cristobal Dagunn Dainius Daiva Dalal Dalius
Dania Daniat Danylo Dariia Daryna Declan Deepak Deividas Delphine Denny Denys Dieudonne Divya Diyar
Dlovan Doina Dordei Driton Duangjai Dudda Dumitru Dzintra Ebrahim Ebrima Edita Edyta Efrem Efua
Egidijus Egle Einride Eldana Eldfrid Eliana Ellie Elsabet Elvir Elzbieta Embjørg Emeka Emrik Enes
Eoin Ermias Esperance Esra Evija Faduma Fahima Faraja Fardowsa Farhan Farzana Fayza Federica
Fereshte Fergus Fernanda Fikadu Fikret Fiyori Flamur Folasade Fowzia Francesca Francisca Freshta
Freweini Furaha Ganesh Gediminas Genevieve Gesine Gezim Ghada Ghebre Gheorghe Gholam Giedre Gintaras
Gintare Girmay Giulia Gjertine Golnaz Gonzalo Gretelise Guadalupe Guled Gullborg Gunnhilde Guntis
Gurpreet Gülay Haben Habibullah Hafiz Hailemichael Hailey Haldis Halimo Halina Hallbera Hallgerd
Hallkjell Halyna Hamida Hanad Hanh Hanspetter Haregu Haruto Hatidza Haval Hayat Heba Hemin Hennie
Henok Henryk Hergils Hermela Hermon Hernan Hibaq Hieu Hiroshi Hiwa Hiwot Hoang Hossein Huong Husam
Hélène Hüseyin Ibado Ibrahima Idil Ieva Ifeoma Ifrax Ihor Ikram Ilaria Ilham Ilhan Ilona Ilze Iman
Immaculee Imre Ineta Ingabire Ingeleif Ingeleiv Ingelise Ingulf Ingvor Intisar Isabell Isatou
Ismahan Ismet Istarlin Ivald Ivanna Ivhild Iwona Jaber Jabril Janusz Jarleif Jasleen Jaswinder
Jayson Jendrik Jhoanna Jibril Jihan Joaquin Jocelyn Jofrid Johs Jolita Jonna Joralf Jori Jossa
Juozas Jurate Jurgita Juris Jutta Jøren Jøri Kacper Kadra Kadri Kaido Kaltun Kamau Kanokwan Kanthan
Kanya Karlerik Karwan Karzan Kasimir Kaspian Kateryna Kavita Kayla Kebede Keiko Kenji Kestutis Ketil
Ketilbjørn Khadar Khanh Khrystyna Kian Kibrom Kidane Kidist Kifah Kiki Kisanet Kittil Kjersten Kjølv
Knutolav Kofi Kourosh Kubrom Kujtim Kularatnam Kwabena Kwame Laima Lakshman Lakshmi Lamya Larysa
Layla Lesia Letebrhan Levor Liibaan Lilleba Liridon Liubov Liudmyla Liviu Liya Ljodolv Ljot Lolla
Loredana Loreta Loui Lubna Luciana Lucyna Luisa Lullen Luul Luwam Lyudmyla Madalina Maeve Maha
Mahesh Mahnaz Malakai Malar Malathi Malee Mamadou Manpreet Mansour Mantas Margherita Margido Margus
Marharyta Marianna Maribel Maricel Mariia Mariola Marites Mariusz Marny Maryna Matheo Mattheus
Matvii Maybritt Maylen Maysa Mebrahtu Medhanie Meena Mehret Mekdes Mengs Meron Meseret Mewael
Michaele Mieczyslaw Mihaela Mihret Mikias Mimmi Mimoza Mircea Mouna Mounir Mukamana Mulu Mwangi
Mylene Myroslava Målfred Nadiia Najat Naoko Napaporn Nasreen Nasteho Nathaniel Natnael Natsinet
Nattaya Nawal Nebiat Neema Negasi Neha Nenna Neringa Ngoc Ngozi Nhung Niamh Nibras Nicco Nicoleta
Nimco Nirmal Nithya Nittaya Njeri Nneka Nooria Nour Nshimirimana Nusse Nyambura Oanh Obinna Octavian
Oddmar Oddvald Odne Okbay Olbjørg Oleksandra Olha Olumide Orawan Orla Orysia Osama Ostap Otieno
Ousmane Ovidiu Paola Parminder Parwana Parwin Paulo Pegah Perarne Peshawa Petru Piya Pooja Pornthip
Pranee Priit Qamar Ragnvor Rahel Rahmatullah Raimundo Ramesh Ramune Rangdi Ratana Ratree Rawan Razan
Rebaz Reiel Rezan Riyad Robel Rodel Roffe Rokas Roksolana Rosalyn Rosario Roxana Roya Rukia Runi Rut
Saamund Sabrin Sagal Sahar Salmund Samra Samrawit Sanita Selamawit Semhar Senad Senay Senayt Sevgi
Shadi Shahnaz Shamsa Shanthi Shilan Shpresa Shreya Shukria Siavash Sienna Sigbrit Siham Silke Silviu
Simran Siobhan Sirak Siriporn Sirwan Sita Sivakumar Sjovatt Skirmante Slawomir Snuppa Sofiia
Solomiia Solvei Somchai Somsak Songül Stanislawa Steinung Suada Subhan Sucdi Suganthi Sunee Supaporn
Sveinulf Sylvie Sylwia Szymon Takashi Taletta Targjerd Tayyab Tekle Teklit Terese Tesfalem
Tesfamariam Tetyana Thiago Thushara Tjøstolv Tobine Tollak Torborg Torggunn Torvard Torveig Torvil
Torvild Traian Trang Trygvar Tsegay Tsehay Tsige Tulla Tunde Tutta Tutti Tuyet Ubah Uche Ulrike
Urmas Uwimana Valbona Valdas Valentyna Vasanthi Vebjørg Vedran Vian Vigulf Viktoriia Vilborg Viljar
Viorel Vira Vitalija Véronique Wahida Waleed Wambui Wanida Wanjiru Warda Wasan Weldu Wichai Wieslaw
Wieslawa Wiesław Winta Worku Xhevdet Xiao Xuan Yaa Yahye Yana Yaroslav Yassir Yaw Yelyzaveta Yetunde
Yevheniia Yodit Yogeswaran Yohannes Yoko Yolanda Yosra Younes Yuki Yusra Zabihullah Zahid Zahir
Zakariya Zamzam Zeray Zhen Zilan Zohra Zoriana Zubeyda Zuhair Zula Ålov Åsfrid Åsgerd Åshilde Åsvor
Étienne Ørjar Ørnfrid
"""
_WORDS = """
Ari Bella Billie Finn Hoa Lotta Milo Noa Rasa Thu Une Vesla
"""
_FAMILY = """
Aden Ahmadi Arslan Aydin Berhe Bondarenko Boyko Dogan Ebrahimi Fagerli Fernandez Garcia Gonzalez
Grabowski Hadzic Hashemi Hassan Hosseini Hoxha Ivanova Jafari Karimi Kidane Kovalchuk Kovalenko
Kravchenko Lopez Mahmoud Malik Martinez Melnyk Mohammadi Mohamud Moradi Morina Omar Osman Ozturk
Pawlowski Perez Petrova Phan Piotrowski Qureshi Radu Rahimi Rezai Rodriguez Sahin Sanchez Sandhu
Sheikh Shevchenko Stankevicius Syed Tkachenko Vu Yusuf
"""
MORE_DOUBLE = frozenset(_WORDS.split())
"""Given names that are words, or names of other things, as well."""
MORE_GIVEN = frozenset(_GIVEN.split()) | MORE_DOUBLE
"""More given names."""
MORE_FAMILY = frozenset(_FAMILY.split())
"""More family names."""
